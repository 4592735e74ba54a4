"""References as BibTeX that biblatex, biber and the classic styles read alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from readinglist.citations import casing, reference
from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication
from readinglist.text.formulas import shown

_JOURNAL = {"journal": "name", "series": "series", "volume": "volume", "number": "number"}
_BOOK = {"booktitle": "name", "series": "series", "volume": "volume", "number": "number"}
_PROCEEDINGS = ("inproceedings", _BOOK | {"pages": "place", "publisher": "publisher"})
_KINDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "journal": ("article", _JOURNAL | {"eid": "article", "pages": "place"}),
    "conference": _PROCEEDINGS,
    "workshop": _PROCEEDINGS,
    "report": ("techreport", {"institution": "name", "number": "number", "pages": "place"}),
}
"""The type of an entry and its fields, which are those that biblatex has for it, by what they are in ours."""

_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # not \{: BibTeX counts braces whatever stands before them
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_BRACES = str.maketrans({"{": "%7B", "}": "%7D"})
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def utf_8(papers: Iterable[Paper]) -> str:
    """The papers as entries in UTF-8, in order."""
    return "\n".join(map(_entry, papers))


def latex(papers: Iterable[Paper]) -> str:
    """The same in ASCII, with LaTeX's commands for letters beyond it, as far as LaTeX has them."""
    return _FOREIGN.sub(lambda found: _command(found[0]), unicodedata.normalize("NFC", utf_8(papers)))


@cache
def _command(sign: str) -> str:
    """LaTeX for a sign; letters of other scripts than the Latin stay, as words of them are not formulas."""
    other = sign.isalpha() and "LATIN" not in unicodedata.name(sign, "")
    return sign if other else _encoder()(sign)


@cache
def _encoder() -> Callable[[str], str]:
    # Imported where it is needed: it takes a while, and many names are plain.
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    # Braces around all: BibTeX sorts and lower-cases `{\'e}` as the letter that it is.
    encoder = UnicodeToLatexEncoder(
        non_ascii_only=True,
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
    encode: Callable[[str], str] = encoder.unicode_to_latex
    return encode


def _entry(paper: Paper) -> str:
    kind = _KINDS[paper.publication.kind][0] if paper.publication else "misc"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(paper))
    return f"@{kind}{{{paper.id},\n{fields}}}\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    """The fields that have a value, in the order in which people write them."""
    if paper.aliases:
        yield "ids", ", ".join(paper.aliases)  # biblatex finds a paper by its former keys too
    yield "author", " and ".join(map(_name, paper.authors))
    yield "title", _title(paper)
    if paper.publication:
        yield from _published(paper.publication)
    yield "year", str(reference.year(paper))
    yield "eprint", paper.arxiv
    yield "archivePrefix", "arXiv"
    yield "primaryClass", paper.categories[0]
    if paper.doi:
        yield "doi", paper.doi.translate(_BRACES)
    else:
        yield "url", paper.abstract_url


def _published(publication: Publication) -> Iterator[tuple[str, str]]:
    values = publication.model_dump() | {"place": "--".join(reference.between(publication))}
    for field, ours in _KINDS[publication.kind][1].items():
        if value := values[ours]:
            yield field, _text(value)


def _name(author: Author) -> str:
    if author.group:
        return f"{{{_words(author.group)}}}"
    return f"{_part(author.family or '')}, {_part(author.given or '')}"


def _part(name: str) -> str:
    """A part of a name, in braces where BibTeX would take something in it for what ends it."""
    return f"{{{_words(name)}}}" if re.search(r",|\band\b", name, re.IGNORECASE) else _words(name)


def _title(paper: Paper) -> str:
    """The exact title, with braces around what keeps its capitals when a style lower-cases the rest."""
    names = casing.names_in(paper)
    return _text(paper.title, lambda words: _protected(words, names))


def _protected(words: str, names: Collection[str]) -> str:
    """Words with braces around those that keep their capitals."""
    kept, end = [], 0
    for token in casing.TOKEN.finditer(words):
        if casing.is_kept(token[0], names):
            kept += [_words(words[end : token.start()]), f"{{{_words(token[0])}}}"]
            end = token.end()
    return "".join([*kept, _words(words[end:])])


def _text(text: str, of_words: Callable[[str], str] | None = None) -> str:
    """Words as LaTeX shows them and formulas as they are, on one line."""
    parts = shown(" ".join(text.split()))
    return "".join(_formula(part.text) if part.math else (of_words or _words)(part.text) for part in parts)


def _words(words: str) -> str:
    return words.replace(r"\$", "$").translate(_SIGNS)


def _formula(tex: str) -> str:
    """A formula that no style lower-cases, with no lone brace in it that BibTeX would count."""
    named = {r"\{": r"\lbrace ", r"\}": r"\rbrace "}
    return "{$" + re.sub(r"\\[^A-Za-z]", lambda found: named.get(found[0], found[0]), tex) + "$}"
