"""A page of the site made fit for paper: folds are open, questions lead to their answers, knobs are gone."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from readinglist.text import allowed

_GONE = allowed.names("rl-contents-place rl-narrow rl-data rl-cite rl-pointing rl-tick-place rl-jump")
"""Classes of what makes sense on a screen alone."""
_ATTRIBUTES = allowed.names("markdown tabindex open name download popover")


def unfolded(page: Element) -> Element:
    """A page without what only a browser can use; its questions and answers lead to each other."""
    body = _copied(page)
    for number, question in enumerate(having(body, "rl-question"), 1):
        _begin(question[0], _link(f"#answer-{number}", f"{number}."))
        question[0].set("id", f"question-{number}")
    answers = (answer for box in having(body, "rl-answers") for answer in box.iter("li"))
    for number, answer in enumerate(answers, 1):
        paragraph = answer if answer.find("p") is None else answer[-1]
        _add_text(paragraph, " ")
        paragraph.append(_link(f"#question-{number}", "↑ Question"))
        answer.set("id", f"answer-{number}")
    return body


def having(page: Element, name: str) -> Iterator[Element]:
    """The elements of a class, in order."""
    return (element for element in page.iter() if name in _classes(element))


def _copied(element: Element) -> Element:
    copy = Element(element.tag, dict(_attributes(element)))
    copy.text = element.text
    for child in element:
        if not _is_gone(child):
            copy.append(_copied(child))
        _add_text(copy, child.tail or "")
    if element.tag == "details":
        _open(copy)
    return _leveled(copy) if element.tag == "mtable" else copy


def _leveled(table: Element) -> Element:
    """A table of formulas as MathML 3 has it: how small its formulas are is said around it."""
    level = table.attrib.pop("scriptlevel", None)
    if level is None:
        return table
    around = Element("mstyle", {"scriptlevel": level})
    around.append(table)
    return around


def _is_gone(element: Element) -> bool:
    """Whether it makes sense on a screen alone: what scripts fill, or a line that they draw."""
    undrawn = element.tag == "path" and not element.get("d")
    return undrawn or element.get("data-reader") is not None or not _GONE.isdisjoint(_classes(element))


def _add_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _open(fold: Element) -> None:
    """Makes a fold a plain box; a question keeps its answer for the end, authors need no summary."""
    fold.tag = "div"
    summary, *rest = fold
    summary.tag = "p"
    gone = {"rl-question": rest, "rl-authors": [summary]}
    for child in next((gone[name] for name in _classes(fold) if name in gone), []):
        fold.remove(child)


def _begin(element: Element, link: Element) -> None:
    link.tail, element.text = f" {element.text or ''}", None
    element.insert(0, link)


def _link(href: str, words: str) -> Element:
    link = Element("a", {"href": href, "class": "rl-back"})
    link.text = words
    return link


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    return (
        (name, value)
        for name, value in element.items()
        if name not in _ATTRIBUTES and not name.startswith("data-")
    )


def _classes(element: Element) -> frozenset[str]:
    return allowed.names(element.get("class", ""))
