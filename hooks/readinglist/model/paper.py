"""A paper of the list."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from readinglist import addresses
from readinglist.model.names import Author
from readinglist.model.publication import Publication
from readinglist.model.teaching import Elsewhere, Further, Guide, Limit, Question, Result, Revision
from readinglist.model.values import ArxivId, Category, Day, Doi, Https, Model, Slug, Text, Word, Words


class Version(Model):
    """A version of a paper on arXiv."""

    version: int = Field(ge=1, description="Its number.", examples=[2])
    date: Day = Field(description="The day it was submitted.", examples=["2016-02-29"])


class Link(Model):
    """A further address, such as that of the code."""

    label: Text = Field(description="What the link leads to.", examples=["Code (official implementation)"])
    url: Https = Field(description="An https address.", examples=["https://example.org/wall"])


class Prerequisite(Model):
    """Another paper of the list that is better read before."""

    paper: Slug = Field(description="The id of that paper.", examples=["wall"])
    reason: Text = Field(description="What it gives the reader.", examples=["The thread follows the hand."])
    meanwhile: Text | None = Field(
        None,
        max_length=300,
        description="What to know until then; required exactly where that paper comes later in the list.",
        examples=["A plan has a point for each crossing."],
    )


class Departure(Model):
    """A value that differs from arXiv's on purpose."""

    key: Literal[
        "title", "authors", "published", "latest", "categories", "doi", "journal_ref", "withdrawn"
    ] = Field(
        description="The key whose value departs; withdrawn, where arXiv only seems to say so.",
        examples=["authors"],
    )
    arxiv: Words | None = Field(
        None,
        description="What arXiv has there (for authors, one name); without it, anything is passed over.",
        examples=["Waclaw Sierpinski"],
    )
    reason: Text = Field(description="Why.", examples=["The paper prints Wacław Sierpiński."])


class Paper(Model):
    """A paper of the list."""

    id: Slug = Field(description="Permanent id: the address of its page.", examples=["wall"])
    arxiv: ArxivId = Field(description="The arXiv id, in quotes, without version.", examples=["1503.00001"])
    title: Words = Field(description="The exact title.", examples=["One Hand on the Wall"])
    nickname: Text = Field(description="What people call it.", examples=["Wall"])
    published: Day = Field(description="The day of version 1 on arXiv, in quotes.", examples=["2015-03-04"])
    year: int = Field(description="The year of version 1 on arXiv.", examples=[2015])
    latest: Version = Field(
        description="The latest version on arXiv.", examples=[{"version": 2, "date": "2016-02-29"}]
    )
    authors: tuple[Author, ...] = Field(
        min_length=1,
        description="Every author, in the paper's order.",
        examples=[["Ada Lovelace", "Charles Babbage"]],
    )
    organization: Text = Field(description="Where it comes from.", examples=["Analytical Society"])
    venue: Text | None = Field(
        None, description="Where it was published, arXiv aside, in short.", examples=["Mazes 2016"]
    )
    categories: tuple[Category, ...] = Field(
        min_length=1, description="arXiv categories, the primary one first.", examples=[["cs.DS", "math.CO"]]
    )
    doi: Doi | None = Field(None, description="The publisher's DOI, never arXiv's.", examples=["10.1000/182"])
    journal_ref: Words | None = Field(
        None, description="The journal reference on arXiv.", examples=["J. Mazes 5 (2016) 12"]
    )
    publication: Publication | None = Field(
        None,
        description="The same in the parts that a citation needs; what nobody confirmed stays out.",
        examples=[
            {"kind": "journal", "name": "Journal of Mazes", "year": 2016, "volume": "5", "article": "12"}
        ],
    )
    added: Day | None = Field(
        None, description="The day it joined the list, in quotes.", examples=["2026-11-23"]
    )
    revised: Day | None = Field(
        None,
        description="The day its page last changed in substance, in quotes; not for a slip of the pen.",
        examples=["2026-11-24"],
    )
    departures: tuple[Departure, ...] = Field(
        (),
        description="Where this entry differs from arXiv on purpose, each with a reason.",
        examples=[
            [
                {
                    "key": "authors",
                    "arxiv": "Waclaw Sierpinski",
                    "reason": "The paper prints Wacław Sierpiński.",
                }
            ]
        ],
    )
    links: tuple[Link, ...] = Field(
        (),
        description="Further addresses, such as code.",
        examples=[[{"label": "Code (official)", "url": "https://example.org/wall"}]],
    )
    topics: tuple[Word, ...] = Field(
        min_length=1, description="Topic ids, the main one first.", examples=[["walking"]]
    )
    level: Word = Field(description="A level id.", examples=["introductory"])
    minutes: int = Field(ge=5, le=6000, multiple_of=5, description="Reading time, in minutes.", examples=[60])
    annotation: Text = Field(
        max_length=600,
        description="What the paper is, in one to three sentences.",
        examples=["The rule that everyone tries first, with its proof."],
    )
    one_sentence: Text | None = Field(
        None,
        max_length=300,
        description="The paper in one sentence that can be remembered.",
        examples=["One hand on the wall leads out of every simple maze."],
    )
    why_here: Text = Field(
        description="Why it is in the list, and at this place.",
        examples=["First, because the others build on it."],
    )
    prerequisites: tuple[Prerequisite, ...] = Field(
        (),
        description="Papers of the list to read before, each with a reason.",
        examples=[[{"paper": "wall", "reason": "The thread follows the hand."}]],
    )
    aliases: tuple[Slug, ...] = Field((), description="Former ids, which redirect here.", examples=[["hand"]])
    guide: Guide | None = Field(
        None,
        description="What to read, skim and skip; what is read and skimmed adds up to `minutes`.",
        examples=[{"version": 2, "read": ["…"], "hurried": ["…"]}],
    )
    results: tuple[Result, ...] = Field(
        (),
        min_length=4,
        max_length=8,
        description="The key results, four to eight, each with its place in the paper.",
        examples=[
            [
                {
                    "claim": "Shortest walk",
                    "value": "120 steps",
                    "conditions": "Hedge of 10 by 10",
                    "where": "Table 2",
                }
            ]
        ],
    )
    limits: tuple[Limit, ...] = Field(
        (),
        description="What the paper itself concedes, or does not test.",
        examples=[[{"text": "Cost grows with the square of the length.", "where": "Section 4"}]],
    )
    aged: tuple[Revision, ...] = Field(
        (),
        description="What was later superseded, corrected, contested or confirmed, and by whom.",
        examples=[[{"verdict": "corrected", "text": "…", "sources": ["…"]}]],
    )
    roots: tuple[Further, ...] = Field(
        (),
        max_length=6,
        description="Where it came from, beyond the list: up to six papers older than its version 1.",
        examples=[[{"title": "Trust Region Policy Optimization", "arxiv": "1502.05477", "why": "…"}]],
    )
    next: tuple[Further, ...] = Field(
        (),
        min_length=3,
        max_length=6,
        description="What came next beyond the list, three to six papers that are younger than it.",
        examples=[[{"title": "Walls That Move", "arxiv": "1801.00001", "why": "…"}]],
    )
    questions: tuple[Question, ...] = Field(
        (),
        min_length=4,
        max_length=6,
        description="Four to six questions, from recall to what would happen if.",
        examples=[[{"question": "Why does the hand stay on?", "answer": "…"}]],
    )
    elsewhere: tuple[Elsewhere, ...] = Field(
        (),
        description="Code, explanations and talks by others that are known to exist.",
        examples=[[{"kind": "code", "title": "…", "by": "…", "url": "https://example.org/"}]],
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Every author's whole name, in order."""
        return tuple(author.name for author in self.authors)

    @property
    def uri(self) -> str:
        """The page's Markdown file, from the root of the docs."""
        return addresses.page_of(self.id)

    @property
    def url(self) -> str:
        """The page as readers reach it, from the root of the site."""
        return addresses.paper(self.id)

    @property
    def appeared(self) -> str:
        """Where it was published, shortly, or in arXiv's words; empty where nothing says so."""
        return self.venue or (self.publication.short if self.publication else self.journal_ref or "")

    @property
    def changed(self) -> date | None:
        """The day its page last changed in substance: it joined the list then, or was revised; if known."""
        return max(filter(None, (self.added, self.revised)), default=None)

    @property
    def label(self) -> str:
        """The exact title, and the nickname where the title does not hold it."""
        return (
            self.title if self.nickname.lower() in self.title.lower() else f"{self.title} ({self.nickname})"
        )

    @property
    def abstract_url(self) -> str:
        """The paper's page on arXiv."""
        return addresses.abstract(self.arxiv)

    @property
    def pdf_url(self) -> str:
        """The latest version as PDF on arXiv."""
        return addresses.pdf(self.arxiv)

    def version_url(self, version: int) -> str:
        """The page of one version on arXiv."""
        return addresses.abstract(self.arxiv, version)

    @property
    def doi_url(self) -> str:
        """The publisher's page; empty where there is no DOI."""
        return addresses.doi(self.doi) if self.doi else ""
