"""Addresses: how each is put together, and which paper a file belongs to."""

from __future__ import annotations

import pytest
from readinglist import addresses

REPOSITORY = "https://github.com/example/list"
MADE = [
    (addresses.page_of("way"), "papers/way.md"),
    (addresses.paper("way"), "papers/way/"),
    (addresses.of_paper_file("way", ".json"), "papers/way.json"),
    (addresses.of_paper_file("way", addresses.own_references(".bib")), "papers/way/cite.bib"),
    (addresses.references(".bib"), "papers.bib"),
    (addresses.of_track("weekend", ".ris"), "tracks/weekend.ris"),
    (addresses.of_topic("walking", ".ris"), "topics/walking.ris"),
    (addresses.from_paper("way"), "../way/"),
    (addresses.redirect("old"), "papers/old/index.html"),
    (addresses.absolute("https://list.example/x/", "papers/way/"), "https://list.example/x/papers/way/"),
    (addresses.absolute("https://list.example", ""), "https://list.example/"),
    (addresses.absolute("", "papers/way/"), ""),
    (addresses.published("index.md"), ""),
    (addresses.published("papers/way.md"), "papers/way/"),
    (addresses.published("notes/README.md"), "notes/"),
    (addresses.published("über.md"), "%C3%BCber/"),
    (addresses.abstract("2305.18290"), "https://arxiv.org/abs/2305.18290"),
    (addresses.abstract("hep-th/9901001", 2), "https://arxiv.org/abs/hep-th/9901001v2"),
    (addresses.pdf("2305.18290"), "https://arxiv.org/pdf/2305.18290"),
    (addresses.doi("10.1000/182"), "https://doi.org/10.1000/182"),
    (
        addresses.doi("10.1002/(SI)17:1<1::A>3.0.CO;2-2"),
        "https://doi.org/10.1002/(SI)17:1%3C1::A%3E3.0.CO;2-2",
    ),
    (addresses.doi("10.1000/a?b#c%d"), "https://doi.org/10.1000/a%3Fb%23c%25d"),
    (addresses.line_of("../papers.yaml", 7), "../papers.yaml#L7"),
    (
        addresses.edit(f"{REPOSITORY}/", "edit/main/docs/", "../other/docs/papers/way.md"),
        f"{REPOSITORY}/edit/main/other/docs/papers/way.md",
    ),
    (addresses.edit(REPOSITORY, "blob/x/docs/", "index.md"), f"{REPOSITORY}/blob/x/docs/index.md"),
    (
        addresses.report(REPOSITORY, "way"),
        f"{REPOSITORY}/issues/new?template=report-an-error.yml&page=way",
    ),
    (addresses.report("https://git.example/list", "way"), ""),
]


@pytest.mark.parametrize(("made", "expected"), MADE)
def test_an_address_is_put_together(made: str, expected: str) -> None:
    """Each kind of address, whole."""
    assert made == expected


@pytest.mark.parametrize(
    ("uri", "id"),
    [
        ("papers/way.md", "way"),
        ("way.md", ""),
        ("papers/way/index.html", ""),
        ("papers/a/b.md", ""),
        ("papers/way", ""),
    ],
)
def test_the_paper_at_a_file(uri: str, id: str) -> None:
    """Only the page of a paper belongs to one."""
    assert addresses.paper_at(uri) == id
