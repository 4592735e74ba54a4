"""What came next after the papers of the list: every work once, by topic, with the papers that name it."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.model.catalogue import Catalogue, Topic
from readinglist.model.identifiers import arxiv_month
from readinglist.model.paper import Paper
from readinglist.model.teaching import Further


@dataclass(frozen=True)
class Work:
    """A work beyond the list, in the words of the first paper that names it; every one says why, in order."""

    further: Further
    named: tuple[tuple[Paper, str], ...]

    @property
    def year(self) -> int:
        """The year of its first version."""
        return arxiv_month(self.further.arxiv)[0]

    @property
    def topic(self) -> str:
        """The main topic of the first paper that names it."""
        return self.named[0][0].topics[0]


def works(catalogue: Catalogue) -> tuple[Work, ...]:
    """Every work that came next, once; the oldest first, those of one month by arXiv id."""
    named: dict[str, list[tuple[Paper, Further]]] = {}
    for paper in catalogue.papers:
        for further in paper.next:
            named.setdefault(further.arxiv, []).append((paper, further))
    return tuple(_work(named[id]) for id in sorted(named, key=lambda id: (*arxiv_month(id), id)))


def _work(naming: list[tuple[Paper, Further]]) -> Work:
    return Work(naming[0][1], tuple((paper, further.why) for paper, further in naming))


def by_topic(catalogue: Catalogue) -> tuple[tuple[Topic, tuple[Work, ...]], ...]:
    """Each topic with its works, in the order of the vocabulary; a topic without any is left out."""
    all_works = works(catalogue)
    found = ((topic, tuple(w for w in all_works if w.topic == topic.id)) for topic in catalogue.topics)
    return tuple((topic, of_it) for topic, of_it in found if of_it)
