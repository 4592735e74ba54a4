"""The catalogue for other programs, complete: what is written in it, and what follows from that.

A key that is not used is left out, as in `papers.yaml`. What may change without notice, and what raises
the version, is said on the page on data.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import Field

from readinglist import addresses
from readinglist.model import routes, schema
from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.model.tracks import Track
from readinglist.model.values import Model, Slug, Text

VERSION = "1.0"
"""Of the format: the first number rises where a program must be changed, the second with every new key."""

SCHEMA = "catalogue.schema.json"
"""The address of the JSON Schema."""


class Unlocked(Model):
    """A paper that becomes readable with this one."""

    paper: Slug = Field(description="Its id.", examples=["thread"])
    reason: Text = Field(
        description="What it takes from this one.", examples=["The thread follows the hand."]
    )


class Places(Model):
    """Where a paper is: in full, or from the root of a site of which nobody said where it is published."""

    page: str = Field(description="Its page.", examples=["https://example.org/papers/wall/"])
    data: str = Field(
        description="What is said here of it, as a file.", examples=["https://example.org/papers/wall.json"]
    )
    abstract: str = Field(description="On arXiv.", examples=["https://arxiv.org/abs/1503.00001"])
    pdf: str = Field(
        description="The latest version as PDF, on arXiv.", examples=["https://arxiv.org/pdf/1503.00001"]
    )


class PublishedPaper(Paper):
    """A paper of the list, with what follows from its place there."""

    number: int = Field(ge=1, description="Its place in the order of reading.", examples=[1])
    unlocks: tuple[Unlocked, ...] = Field(
        description="The papers that name it as a prerequisite, in the order of reading.",
        examples=[[{"paper": "thread", "reason": "The thread follows the hand."}]],
    )
    places: Places = Field(
        description="Where it is.", examples=[{"page": "https://example.org/papers/wall/", "…": "…"}]
    )


class PublishedTrack(Track):
    """A way through the list, whose order is computed where it is not written."""

    papers: tuple[Slug, ...] = Field(description="The ids of its papers, in order.", examples=[["wall"]])


class PublishedCatalogue(Catalogue):
    """The whole list, papers in the order of reading; texts hold LaTeX between dollar signs."""

    version: str = Field(description="The version of this format.", examples=[VERSION])
    site: str | None = Field(
        None, description="Where the list is published, if known.", examples=["https://example.org/"]
    )
    papers: tuple[PublishedPaper, ...] = Field(
        description="The papers, in the order of reading.",
        examples=[[{"id": "wall", "number": 1, "…": "…"}]],
    )
    tracks: tuple[PublishedTrack, ...] = Field(
        (),
        description="Other ways through the list than the order of reading.",
        examples=[[{"id": "weekend", "papers": ["wall"], "…": "…"}]],
    )


def catalogue_json(edition: Edition) -> str:
    """The whole catalogue, with numbers, addresses, unlocks and the papers of each track."""
    catalogue = edition.catalogue
    made = PublishedCatalogue.model_construct(
        **_values(catalogue)
        | {
            "version": VERSION,
            "site": addresses.absolute(edition.site_url, "") or None,
            "papers": tuple(_paper(edition, paper) for paper in catalogue.papers),
            "tracks": tuple(_track(catalogue, track) for track in catalogue.tracks),
        }
    )
    return _dumped({"$schema": SCHEMA, **_plain(made)})


def paper_json(edition: Edition, paper: Paper) -> str:
    """A paper as it is in the whole catalogue, with the version of the format."""
    return _dumped({"version": VERSION, "paper": _plain(_paper(edition, paper))})


def schema_json() -> str:
    """The JSON Schema of the whole catalogue."""
    made = schema.of_published(PublishedCatalogue)
    named = {"type": "string", "description": "Where this schema is.", "examples": [SCHEMA]}
    made["properties"] = {"$schema": named} | made["properties"]
    return _dumped(made)


def _paper(edition: Edition, paper: Paper) -> PublishedPaper:
    catalogue = edition.catalogue
    return PublishedPaper.model_construct(
        **_values(paper),
        number=catalogue.numbers[paper.id],
        unlocks=tuple(
            Unlocked.model_construct(paper=later.id, reason=reason)
            for later, reason in catalogue.unlocks(paper)
        ),
        places=_places(edition, paper),
    )


def _places(edition: Edition, paper: Paper) -> Places:
    data = addresses.of_paper_file(paper.id, ".json")
    return Places(
        page=addresses.absolute(edition.site_url, paper.url) or paper.url,
        data=addresses.absolute(edition.site_url, data) or data,
        abstract=paper.abstract_url,
        pdf=paper.pdf_url,
    )


def _track(catalogue: Catalogue, track: Track) -> PublishedTrack:
    papers = tuple(stop.paper.id for stop in routes.stops(catalogue, track))
    return PublishedTrack.model_construct(**_values(track), papers=papers)


def _values(model: Model) -> dict[str, Any]:
    """What a model holds, key by key, as it was validated."""
    return {key: getattr(model, key) for key in type(model).model_fields}


def _plain(model: Model) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_defaults=True)


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
