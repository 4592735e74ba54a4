"""Where a paper was published besides arXiv, in the parts that a citation is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from readinglist.model.values import Model, Text


class Publication(Model):
    """Where a paper was published; one that is on arXiv alone has none."""

    kind: Literal["journal", "conference", "workshop", "report"] = Field(
        description="What published it: a journal, the proceedings of a conference or of a workshop, "
        "or an institution's series of reports.",
        examples=["conference"],
    )
    name: Text = Field(
        description="The full name of the journal, the proceedings or the institution.",
        examples=["Proceedings of the Workshop on Mazes"],
    )
    year: int = Field(
        ge=1900, le=2200, description="The year of publication, often later than arXiv's.", examples=[2017]
    )
    volume: Text | None = Field(None, description="The volume, in quotes.", examples=["30"])
    number: Text | None = Field(
        None, description="The issue of a journal, or the number of a report, in quotes.", examples=["4"]
    )
    pages: Text | None = Field(None, description="First and last page, in quotes.", examples=["5998–6008"])
    article: Text | None = Field(
        None, description="The number of the article, where it stands in for pages.", examples=["12"]
    )
    publisher: Text | None = Field(None, description="Who published it.", examples=["Elsevier"])
    series: Text | None = Field(
        None, description="The series that the volume belongs to.", examples=["Lecture Notes in Physics"]
    )

    @property
    def short(self) -> str:
        """Name and year, for a paper whose entry has no shorter `venue`."""
        return f"{self.name}, {self.year}"
