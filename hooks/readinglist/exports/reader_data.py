"""What the site's own scripts read of the catalogue: small, as every page loads it."""

from __future__ import annotations

import json
from typing import TypedDict

from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.text.escaping import plain

# The shape of that file. What the scripts of the browser know of it is written from these classes and
# their docstrings, by scripts/write_types.py.


class PrerequisiteData(TypedDict):
    """A paper that is better read before, by its id."""

    paper: str
    reason: str


class StretchData(TypedDict):
    """A line of a reading guide, to read or to skim, with its minutes."""

    part: str
    minutes: int


class PaperData(TypedDict):
    """A paper: texts are plain words, `published` is a date as 2017-06-12, `url` is from the site's root."""

    id: str
    number: int
    title: str
    nickname: str
    year: int
    published: str
    minutes: int
    level: str
    topics: list[str]
    url: str
    prerequisites: list[PrerequisiteData]
    guide: list[StretchData]
    aliases: list[str]


class TopicData(TypedDict):
    """A topic by its id, which the papers name."""

    id: str
    name: str


class TrackData(TypedDict):
    """A way through the list: ids of papers in its order."""

    id: str
    name: str
    papers: list[str]


class CatalogueData(TypedDict):
    """The whole list, papers in the order of reading."""

    title: str
    papers: list[PaperData]
    topics: list[TopicData]
    tracks: list[TrackData]


ADDRESS = "assets/reader/list.json"


def dumped(catalogue: Catalogue) -> str:
    """The whole list as JSON, papers in the order of reading; texts are plain words, addresses relative."""
    data: CatalogueData = {
        "title": plain(catalogue.title),
        "papers": [_paper(catalogue, paper) for paper in catalogue.papers],
        "topics": [{"id": topic.id, "name": plain(topic.name)} for topic in catalogue.topics],
        "tracks": [
            {
                "id": track.id,
                "name": plain(track.name),
                "papers": [stop.paper.id for stop in routes.stops(catalogue, track)],
            }
            for track in catalogue.tracks
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _paper(catalogue: Catalogue, paper: Paper) -> PaperData:
    return {
        "id": paper.id,
        "number": catalogue.numbers[paper.id],
        "title": plain(paper.title),
        "nickname": plain(paper.nickname),
        "year": paper.year,
        "published": paper.published.isoformat(),
        "minutes": paper.minutes,
        "level": paper.level,
        "topics": list(paper.topics),
        "url": paper.url,
        "prerequisites": [
            {"paper": edge.paper, "reason": plain(edge.reason)} for edge in paper.prerequisites
        ],
        "guide": [
            {"part": plain(line.part), "minutes": line.minutes}
            for line in (paper.guide.lines if paper.guide else ())
        ],
        "aliases": list(paper.aliases),
    }
