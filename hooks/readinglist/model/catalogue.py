"""The catalogue as typed, frozen objects; the one definition of its format.

Validate in JSON mode (`Catalogue.model_validate_json`): strictness then takes lists for tuples and
quoted text for dates, and nothing else. Rules that need more than one paper live in `checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from readinglist.model.paper import Paper
from readinglist.model.tracks import Track
from readinglist.model.values import Language, Model, Slug, Text


class Topic(Model):
    """A word of the closed vocabulary that papers are grouped by."""

    id: Slug = Field(description="The word that papers use.", examples=["walking"])
    name: Text = Field(description="The word as readers see it.", examples=["Walking"])
    description: Text = Field(description="What belongs to it.", examples=["Rules for one pair of feet."])


class Level(Model):
    """How much a paper asks of its reader, by a stated criterion."""

    id: Slug = Field(description="The word that papers use.", examples=["introductory"])
    name: Text = Field(description="The word as readers see it.", examples=["Introductory"])
    criterion: Text = Field(
        description="What a reader must know for a paper of this level.",
        examples=["Calculus and linear algebra."],
    )


_RIGHT_TO_LEFT = frozenset(
    (
        *("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"),
        *("Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"),
    )
)
"""Languages, and scripts, that are written from right to left."""


class Catalogue(Model):
    """The whole list; the order of `papers` is the order of reading."""

    title: Text = Field(description="The name of the list.", examples=["Ways Out of Mazes"])
    description: Text = Field(
        description="What the list is, in a sentence.", examples=["Eight papers, in order."]
    )
    language: Language = Field(
        "en", description="The language that the list is written in, as HTML names it.", examples=["en"]
    )
    topics: tuple[Topic, ...] = Field(
        min_length=1,
        description="The closed vocabulary of topics.",
        examples=[[{"id": "walking", "name": "Walking", "description": "Rules for one pair of feet."}]],
    )
    levels: tuple[Level, ...] = Field(
        min_length=1,
        description="The levels, the easiest first.",
        examples=[
            [{"id": "introductory", "name": "Introductory", "criterion": "Calculus and linear algebra."}]
        ],
    )
    papers: tuple[Paper, ...] = Field(
        min_length=1,
        description="The papers, in the order of reading.",
        examples=[[{"id": "wall", "arxiv": "1503.00001", "…": "…"}]],
    )

    tracks: tuple[Track, ...] = Field(
        (),
        description="Other ways through the list than the order of reading.",
        examples=[[{"id": "weekend", "name": "A weekend", "description": "…", "steps": ["…"]}]],
    )

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction in which the language of the list is written."""
        language, *subtags = self.language.split("-")
        script = next((tag for tag in subtags if len(tag) == 4), "")
        right_to_left = script in _RIGHT_TO_LEFT if script else language in _RIGHT_TO_LEFT
        return "rtl" if right_to_left else "ltr"

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each paper id in the order of reading, from 1."""
        return {paper.id: number for number, paper in enumerate(self.papers, 1)}

    @cached_property
    def _unlocks(self) -> Mapping[str, tuple[Unlock, ...]]:
        found: dict[str, list[Unlock]] = {}
        for paper in self.papers:
            for prerequisite in paper.prerequisites:
                found.setdefault(prerequisite.paper, []).append((paper, prerequisite.reason))
        return {paper: tuple(unlocks) for paper, unlocks in found.items()}

    def paper(self, id: str) -> Paper:
        """The paper with this id."""
        return self.papers[self.numbers[id] - 1]

    def unlocks(self, paper: Paper) -> tuple[Unlock, ...]:
        """The papers that name this one as a prerequisite, in order, each with its reason."""
        return self._unlocks.get(paper.id, ())

    def on(self, topic: str) -> tuple[Paper, ...]:
        """The papers on a topic, in order."""
        return tuple(paper for paper in self.papers if topic in paper.topics)

    @property
    def by_date(self) -> tuple[Paper, ...]:
        """The papers by the day of their first version."""
        return tuple(sorted(self.papers, key=lambda paper: paper.published))

    @property
    def changed(self) -> date | None:
        """The day the list last changed in substance, in any of its papers; if known."""
        return max(filter(None, (paper.changed for paper in self.papers)), default=None)

    @property
    def minutes(self) -> int:
        """The reading time of the whole list."""
        return sum(paper.minutes for paper in self.papers)

    def topic(self, id: str) -> Topic:
        """The topic with this id."""
        return next(topic for topic in self.topics if topic.id == id)

    def level(self, id: str) -> Level:
        """The level with this id."""
        return next(level for level in self.levels if level.id == id)


Unlock = tuple[Paper, str]
"""A paper that becomes readable, and what it takes from the one read."""
