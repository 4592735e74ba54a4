"""The formats of references: one table, by how the name of a file ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from readinglist.citations import bibtex, csl, ris
from readinglist.model.paper import Paper

Writer = Callable[[Sequence[Paper]], str]
"""Makes the references to some papers, in their order."""

FORMATS: Mapping[str, Writer] = {
    ".bib": bibtex.utf_8,
    "-latex.bib": bibtex.latex,
    ".ris": ris.ris,
    ".csl.json": csl.csl_json,
}
"""What writes each format."""

NAMES: Mapping[str, str] = {
    ".bib": "BibTeX",
    "-latex.bib": "BibTeX with LaTeX’s accents",
    ".ris": "RIS",
    ".csl.json": "CSL-JSON",
}
"""What readers call each."""
