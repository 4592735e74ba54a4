"""Ways through the list other than the order of reading."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from readinglist.model.values import Model, Slug, Text


class Step(Model):
    """A paper on a track, and why it stands there."""

    paper: Slug = Field(description="The id of the paper.", examples=["wall"])
    reason: Text = Field(description="Why it is on this track.", examples=["Where everyone begins."])
    without: tuple[Slug, ...] = Field(
        (),
        description="Its prerequisites that do not come earlier on the track: exactly these.",
        examples=[["thread"]],
    )


class Track(Model):
    """Another way through the list: steps by hand, or an order that is computed."""

    id: Slug = Field(description="The anchor of the track on its page.", examples=["weekend"])
    name: Text = Field(description="Its name.", examples=["A weekend"])
    description: Text = Field(description="For whom it is, in a sentence.", examples=["The shortest way."])
    order: Literal["prerequisites"] | None = Field(
        None,
        description="Computes the order: every paper after its prerequisites, the oldest first.",
        examples=["prerequisites"],
    )
    steps: tuple[Step, ...] = Field(
        (),
        description="The papers in order, where it is not computed.",
        examples=[[{"paper": "wall", "reason": "Where everyone begins."}]],
    )
