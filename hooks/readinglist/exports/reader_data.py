"""The catalogue in forms for programs: as yet the JSON that the site's own scripts read."""

from __future__ import annotations

import json
from typing import Any

from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.text.escaping import plain


def catalogue_json(catalogue: Catalogue) -> str:
    """The whole list as JSON, papers in the order of reading; texts are plain words, addresses relative."""
    data = {
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
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _paper(catalogue: Catalogue, paper: Paper) -> dict[str, Any]:
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
        "aliases": list(paper.aliases),
    }
