"""The parts of a paper's entry that teach: its results, how to read it, its limits, what to ask oneself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from readinglist import addresses
from readinglist.model.values import ArxivId, Https, Model, Text

HURRIED = 15
"""Minutes of the short way through a paper."""


class Source(Model):
    """A work that a statement rests on: a paper by its arXiv id, or a page by its address."""

    title: Text = Field(
        description="Its exact title; of a page, what it is.",
        examples=["Walls That Move"],
    )
    arxiv: ArxivId | None = Field(None, description="Its arXiv id, in quotes.", examples=["1801.00001"])
    url: Https | None = Field(
        None, description="Its address, where it is not on arXiv.", examples=["https://example.org/report"]
    )

    @property
    def address(self) -> str:
        """Where it can be read."""
        return self.url or addresses.abstract(self.arxiv or "")


class Result(Model):
    """A finding of the paper, with the place where the paper says so."""

    claim: Text = Field(description="What was found, in words.", examples=["Shortest walk of its day"])
    value: Text = Field(description="The figure, with its unit.", examples=["120 steps"])
    conditions: Text = Field(
        description="Of which model, on what, measured how.", examples=["One walker, the hedge of 10 by 10"]
    )
    where: Text = Field(description="The section, table or figure.", examples=["Table 2; section 6.1"])
    version: int | None = Field(
        None, ge=1, description="The arXiv version, where it is not that of the guide.", examples=[1]
    )


class Stretch(Model):
    """A part of the paper to read or to skim."""

    part: Text = Field(description="Sections, tables or figures.", examples=["Section 3, with Figure 1"])
    minutes: int = Field(ge=1, le=600, description="The time for it, in minutes.", examples=[20])
    why: Text = Field(description="What it gives.", examples=["The rule."])


class Skipped(Model):
    """A part of the paper that can be left out."""

    part: Text = Field(description="Sections, tables or figures.", examples=["Section 6.3"])
    why: Text = Field(description="Why it can wait.", examples=["Details for those who repeat the runs."])


class Guide(Model):
    """How to read the paper: what to read, skim and skip, in one of its versions."""

    version: int = Field(ge=1, description="The arXiv version that the parts refer to.", examples=[7])
    read: tuple[Stretch, ...] = Field(
        min_length=1,
        description="What to read closely, in order.",
        examples=[[{"part": "Section 3", "minutes": 30, "why": "The rule."}]],
    )
    skim: tuple[Stretch, ...] = Field(
        (),
        description="What to look over.",
        examples=[[{"part": "Section 5", "minutes": 5, "why": "How it was tried."}]],
    )
    skip: tuple[Skipped, ...] = Field(
        (),
        description="What can be left out at first.",
        examples=[[{"part": "Section 6.3", "why": "Round mazes."}]],
    )
    hurried: tuple[Stretch, ...] = Field(
        min_length=1,
        description=f"The {HURRIED} minutes that give most; they add up to just that.",
        examples=[[{"part": "Figure 1", "minutes": 15, "why": "The whole walk."}]],
    )

    @property
    def lines(self) -> tuple[Stretch, ...]:
        """What is to be read and skimmed, in order."""
        return (*self.read, *self.skim)

    @property
    def minutes(self) -> int:
        """The time for what is to be read and skimmed."""
        return sum(stretch.minutes for stretch in self.lines)


class Limit(Model):
    """What the paper concedes, or does not test."""

    text: Text = Field(
        description="The limit, in a sentence or two.", examples=["Only flat mazes are tried."]
    )
    where: Text | None = Field(None, description="Where the paper says so.", examples=["Section 7"])


class Revision(Model):
    """What later work did to a claim of the paper."""

    verdict: Literal["superseded", "corrected", "contested", "confirmed"] = Field(
        description="What became of the claim.", examples=["corrected"]
    )
    text: Text = Field(description="What was found, in a sentence or two.", examples=["The proof has a gap."])
    sources: tuple[Source, ...] = Field(
        min_length=1,
        description="Who found it.",
        examples=[[{"title": "A Gap in the Proof", "arxiv": "1904.00001"}]],
    )


class Further(Model):
    """A paper beyond the list that leads here, or goes on from here."""

    title: Text = Field(description="Its exact title.", examples=["Walls That Move"])
    arxiv: ArxivId = Field(description="Its arXiv id, in quotes.", examples=["1801.00001"])
    why: Text = Field(description="What it adds.", examples=["Asks what happens when a wall opens."])

    @property
    def address(self) -> str:
        """Where it can be read."""
        return addresses.abstract(self.arxiv)


class Question(Model):
    """A question to test oneself with, and its answer."""

    question: Text = Field(description="The question.", examples=["Why does the hand stay on?"])
    answer: Text = Field(
        description="The whole answer.", examples=["Lifted once, it may come back to another wall."]
    )


class Elsewhere(Model):
    """Code, an explanation or a talk by others."""

    kind: Literal["code", "explanation", "talk", "announcement"] = Field(
        description="What it is.", examples=["explanation"]
    )
    title: Text = Field(description="Its title.", examples=["Mazes in Pictures"])
    by: Text = Field(description="Who made it.", examples=["Ada Lovelace"])
    url: Https = Field(description="An https address.", examples=["https://example.org/mazes"])
