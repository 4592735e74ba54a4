"""Pictures laid into a page: two drawings of which one is shown, a caption, and the numbers behind a fold."""

from __future__ import annotations

from collections.abc import Mapping

from readinglist import addresses
from readinglist.model.catalogue import Catalogue
from readinglist.pages.rendering import render
from readinglist.text import markdown, printed_numbers


def laid(figure: markdown.Figure, catalogue: Catalogue, texts: Mapping[str, str]) -> str:
    """What a page has in place of the line that names a picture."""
    head, *rows = printed_numbers.rows(texts[addresses.drawn_data(figure.id)])
    return render(
        "figure.md",
        catalogue,
        wide=texts[addresses.drawing(figure.id)].strip(),
        narrow=texts[addresses.narrow_drawing(figure.id)].strip(),
        caption=markdown.rendered(figure.caption, catalogue.language),
        credit=figure.credit,
        head=head,
        rows=rows,
    )
