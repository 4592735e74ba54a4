"""What came next after the list, gathered: each work once, under a topic, with every paper that names it."""

from __future__ import annotations

from builders import TEACHING, catalogue, entry
from readinglist import site
from readinglist.model.catalogue import Catalogue
from readinglist.pages.beyond import by_topic, works


def leading(
    id: str, number: int, *ids: str, topic: str = "architecture", **keys: object
) -> dict[str, object]:
    """A paper that names works as what came next."""
    further = [{"title": f"Work {arxiv}", "arxiv": arxiv, "why": f"{id} says why."} for arxiv in ids]
    return entry(id, number, topics=[topic], **{**TEACHING, "next": further, **keys})


LIST = catalogue(
    leading("a", 1, "2001.00002", "1801.00001", "2001.09999", topic="training"),
    leading("b", 2, "2001.00001", "1801.00001", "1901.00001"),
)


def said(of: Catalogue) -> list[tuple[str, list[str]]]:
    """The topics with the arXiv ids of their works."""
    return [(topic.id, [work.further.arxiv for work in found]) for topic, found in by_topic(of)]


def test_a_work_is_named_once_with_all_that_name_it() -> None:
    """A work that two papers name is one entry, and keeps the reason of each in the order of the list."""
    both = next(work for work in works(LIST) if work.further.arxiv == "1801.00001")
    assert [(paper.id, why) for paper, why in both.named] == [("a", "a says why."), ("b", "b says why.")]
    assert len(works(LIST)) == 5


def test_works_are_under_the_main_topic_of_the_first_that_names_them() -> None:
    """Topics come in the order of the vocabulary, and in each the works by date, old ids among them."""
    assert said(LIST) == [
        ("architecture", ["1901.00001", "2001.00001"]),
        ("training", ["1801.00001", "2001.00002", "2001.09999"]),
    ]
    assert [work.year for work in works(LIST)] == [2018, 2019, 2020, 2020, 2020]


def test_a_list_that_names_nothing_says_so() -> None:
    """Without a work beyond the list there is a page with a line, and no topic."""
    alone = catalogue(entry("first"))
    assert said(alone) == []
    page = next(o for o in site.files(site.Edition(alone, {}, {})) if o.uri == "beyond.md")
    assert "No page names a work beyond the list yet." in str(page.content)
