"""A style sheet without the rules that no page of the site can use.

What pages can hold is known: the frame is that of a page of fixed words, and texts keep to the lists in
`allowed`. Of a rule, every selector goes that asks for something else; what scripts name is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readinglist.text import allowed
from readinglist.text.markup import Tag

_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
_SIGNS = re.compile(rf"{_STRING}|url\([^\"')]*\)|[{{}};]")
_GROUPS = ("@media", "@supports", "@container", "@layer")
_NESTED = re.compile(r":[a-z-]+\([^()]*\)")
_ASKED = re.compile(r"([.#]?)((?:\\.|[\w-])+)|\[([\w-]+)(?:([~|^$*]?=)[\"']?([^\"'\]]*)[\"']?)?\]|::?[\w-]+")
_VARIABLE = re.compile(rf"(?:^|(?<=;))(--[\w-]+):(?:{_STRING}|[^;\"'])*(?:;|$)")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Vocabulary:
    """The elements, classes, ids and attributes that pages can have; `words` are those of their scripts."""

    elements: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    names: frozenset[str]
    """Of attributes."""
    words: frozenset[str]

    @classmethod
    def of(cls, frame: Iterable[Tag], ours: Iterable[str], theirs: Iterable[str], plain: bool) -> Vocabulary:
        """What the tags of the frame have, and what scripts can add: ours, and those of the theme.

        Where the theme is `plain`, its scripts change what the frame has and add nothing of another kind.
        """
        tags = list(frame)
        attributes = frozenset(pair for tag in tags for pair in tag.attributes) | {("dir", "auto")}
        classes = frozenset(one for name, value in attributes if name == "class" for one in value.split())
        words, added = _words(ours), _words(theirs)
        if plain:
            kinds = set(map(_kind, classes))
            added = frozenset(word for word in added if not _kind(word) or _kind(word) in kinds)
        return cls(
            frozenset(tag.name for tag in tags) | words | added,
            classes | words | added,
            frozenset(value for name, value in attributes if name == "id") | words | added,
            attributes,
            frozenset(name for name, _ in attributes) | words | added,
            words,
        )

    def has_element(self, name: str) -> bool:
        """Whether there can be elements of this name."""
        return name in self.elements or name in _ELEMENTS

    def has_class(self, name: str) -> bool:
        """Whether an element can be of this class."""
        known = name in self.classes or name in allowed.CLASSES
        return known or bool(allowed.KINDS_OF_CLASS.fullmatch(name))

    def has_id(self, name: str) -> bool:
        """Whether an element can have this id."""
        return name in self.ids or bool(allowed.ID.fullmatch(name))

    def has_attribute(self, name: str, value: str | None) -> bool:
        """Whether an element can have an attribute, with just this value where one is given."""
        if name in _FREE or (name, value or "") in self.attributes:
            return True
        known = name in self.names or _in_script(name) in self.names
        return known and (value is None or value in self.words)


def _in_script(name: str) -> str:
    """How a script calls a `data-` attribute among those of an element."""
    return re.sub("-([a-z])", lambda found: found[1].upper(), name.removeprefix("data-"))


def _words(scripts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for script in scripts for word in _WORD.findall(script))


def _kind(name: str) -> str:
    """What of the theme a class belongs to, such as the header; empty for a class that is not the theme's."""
    found = re.match("md-[a-z0-9]+", name)
    return found[0] if found else ""


_ELEMENTS = frozenset().union(allowed.HTML, allowed.SVG, allowed.MATHML)
_FREE = (allowed.EVERYWHERE - {"class", "id", "dir"}).union(
    *allowed.HTML.values(), *allowed.SVG.values(), *allowed.MATHML.values()
)
"""Attributes that elements of a text have with any value."""


@dataclass
class _Rule:
    """What is before the braces, and what is in them: rules of a group, else declarations as they stand."""

    head: str
    body: list[_Rule] | str

    def __str__(self) -> str:
        return f"{self.head}{{{self.body if isinstance(self.body, str) else ''.join(map(str, self.body))}}}"


def used(sheet: str, pages: Vocabulary) -> str:
    """A minified style sheet without what no page can use: selectors, and variables that nothing reads."""
    kept = "".join(map(str, _used(_rules(sheet), pages)))
    while (less := _without_variables(kept, pages)) != kept:
        kept = less
    return kept


def _rules(sheet: str) -> list[_Rule]:
    """The rules of a sheet or group; a statement outside of them, such as `@charset`, is dropped."""
    rules, head, start, depth, opened = [], "", 0, 0, 0
    for sign in _SIGNS.finditer(sheet):
        if sign[0] == "{":
            if depth == 0:
                head, opened = sheet[start : sign.start()].strip(), sign.end()
            depth += 1
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                body = sheet[opened : sign.start()]
                rules.append(_Rule(head, _rules(body) if head.startswith(_GROUPS) else body))
                start = sign.end()
        elif sign[0] == ";" and depth == 0:
            start = sign.end()
    return rules


def _used(rules: Iterable[_Rule], pages: Vocabulary) -> Iterator[_Rule]:
    for rule in rules:
        head, body = rule.head, rule.body
        if isinstance(body, list):
            body = list(_used(body, pages))
        elif not head.startswith("@"):
            head = ",".join(one for one in _selectors(head) if _possible(one, pages))
        if head and body:
            yield _Rule(head, body)


def _selectors(head: str) -> Iterator[str]:
    """The parts of a list of selectors, split at commas outside of brackets."""
    depth, start = 0, 0
    for sign in re.finditer(rf"{_STRING}|[()\[\],]", head):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign[0], 0)
        if sign[0] == "," and not depth:
            yield head[start : sign.start()].strip()
            start = sign.end()
    yield head[start:].strip()


def _possible(selector: str, pages: Vocabulary) -> bool:
    """Whether pages can have all that a selector asks for, whatever it excludes or offers as a choice."""
    while (bare := _NESTED.sub("", selector)) != selector:
        selector = bare
    for asked in _ASKED.finditer(selector):
        kind, name, attribute, relation, value = asked.groups()
        if attribute:
            known = pages.has_attribute(attribute, value if relation == "=" else None)
        elif not name:
            known = True
        elif kind == ".":
            known = pages.has_class(name.replace("\\", ""))
        else:
            known = pages.has_id(name) if kind == "#" else pages.has_element(name)
        if not known:
            return False
    return True


def _without_variables(sheet: str, pages: Vocabulary) -> str:
    """The sheet without variables that neither it nor a script reads."""
    read = frozenset(re.findall(r"var\(\s*(--[\w-]+)", sheet)) | pages.classes

    def emptied(rule: _Rule) -> _Rule:
        if isinstance(rule.body, list):
            return _Rule(rule.head, [emptied(inner) for inner in rule.body])
        body = _VARIABLE.sub(lambda found: found[0] if found[1] in read else "", rule.body)
        return _Rule(rule.head, body)

    return "".join(str(rule) for rule in map(emptied, _rules(sheet)) if rule.body)
