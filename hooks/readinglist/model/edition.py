"""A catalogue as it is published: with the prose beside it, and where it is edited and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.model.catalogue import Catalogue
from readinglist.problems import Problem


@dataclass(frozen=True)
class Edition:
    """A catalogue that passed every check, with all that pages and exports are made of.

    `prose` is the hand-written Markdown by address, `lines` the line of the catalogue on which each
    paper begins, `site_url` where the site is published, empty where nobody said so.
    """

    catalogue: Catalogue
    prose: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    notices: Sequence[Problem] = ()
    site_url: str = ""
    name: str = "papers.yaml"
    """How messages call the catalogue, and below the folder of the prose."""
    folder: str = "docs"
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """The pictures beside the prose, by address."""
