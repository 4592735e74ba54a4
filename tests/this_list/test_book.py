"""The book of this list."""

from __future__ import annotations

from books import Book, made
from readinglist.model.edition import Edition


def test_the_book_of_this_list_is_whole(edition: Edition) -> None:
    """Each of the eighteen chapters has its formulas and its picture, and every link within the book its place."""
    book = Book.opened(made(edition))
    assert [*book.faults()] == []
    for paper in edition.catalogue.papers:
        page = book.files[f"book/papers/{paper.id}.xhtml"].decode()
        assert "<math" in page and page.count('class="rl-drawing') == page.count("<svg") == 1, paper.id
        assert page.count("#answer-") == len(paper.questions) + 1, paper.id
