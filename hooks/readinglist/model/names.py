"""Who wrote a paper: a person by given and family name, or a group that signs as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from readinglist.model.values import Model, Text
from readinglist.problems import Refused, quoted


class Author(Model):
    """A person, or a group that signs as one.

    Written as plain text the last word is the family name; `given` and `family` say it where that
    would be a guess, `group` where there is no family name.
    """

    given: Text | None = Field(None, description="The given names.", examples=["Diego"])
    family: Text | None = Field(None, description="The family name.", examples=["de las Casas"])
    group: Text | None = Field(None, description="A group that signs as one.", examples=["The Maze Group"])

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        if handler.mode == "serialization":
            return handler(core)
        named = {"type": "string", "description": "A name in reading order.", "examples": ["Ada Lovelace"]}
        return {"anyOf": [named, handler(core)]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not (reading := read(value)).certain:
            raise Refused(reading.why, reading.fix)
        return reading.parts

    @model_validator(mode="after")
    def _one_form(self) -> Author:
        for text in filter(None, (self.given, self.family, self.group)):
            if not has_letter(text):
                raise Refused(f"{quoted(text)} is no name", "Write a name, or delete the item")
        person, group = bool(self.given and self.family), bool(self.group)
        if person == group or (group and (self.given or self.family)):
            raise Refused(
                "an author is given and family, or group", "Write {given: Diego, family: de las Casas}"
            )
        return self

    @property
    def name(self) -> str:
        """The whole name in reading order."""
        return self.group or f"{self.given} {self.family}"

    @property
    def short(self) -> str:
        """The family name, or the group."""
        return self.group or self.family or ""


@dataclass(frozen=True)
class Reading:
    """How a name in plain text is understood: given and family name, or a group.

    `why` says what leaves it open, and `fix` what to write instead; both are empty where nothing does.
    """

    given: str = ""
    family: str = ""
    group: str = ""
    why: str = ""
    fix: str = ""

    @property
    def certain(self) -> bool:
        """Whether nobody needs to look at it."""
        return not self.why

    @property
    def name(self) -> str:
        """The whole name in reading order."""
        return f"{self.given} {self.family}".strip() if self.family else self.group

    @property
    def parts(self) -> dict[str, str]:
        """The keys of an author."""
        return {"given": self.given, "family": self.family} if self.family else {"group": self.group}


# Two words before a comma and two after it are two people, unless the first is a part of a family name.
_SEVERAL = re.compile(r"\bet al\b|\band\b|&|;|,.*,|^(?![a-z])\S+\s[^,]*,\s*\S+\s")
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")
_DEGREE = re.compile(
    r"(?:Ph\.?D|M\.?D|D\.?Phil|[MB]\.?Sc|M\.?B\.?A|M\.?P\.?H|J\.?D|Esq|FRS)\.?,?", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:collaborations?|consortium|teams?|group|workshop|project|community|initiative|network|alliance|labs?"
    r"|laborator(?:y|ies)|foundation|institute|committee|society|organi[sz]ation|association|contributors|authors"
    r"|company|universit(?:y|ies)|research|inc\.?|ltd\.?|(?-i:AI))(?:$| of | for | on )",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|\S)+")
"""A word of a name; blanks within brackets do not end it."""
_OPENING = "([（"


def read(text: str) -> Reading:
    """A name in plain text taken apart, the likeliest way where there are several."""
    if not has_letter(text):
        return Reading(group=text, why=f"{quoted(text)} is no name", fix="Write a name, or delete the item")
    if text.rstrip().endswith(":"):
        group = text.rstrip(" :")
        fix = f"Write {{group: {_flow(group)}}}"
        return Reading(group=group, why=f"{quoted(text)} ends in a colon", fix=fix)
    words = _WORD.findall(text)
    return _of_many(text, words) if len(words) > 1 else Reading(group=text)


def _of_many(text: str, words: list[str]) -> Reading:
    last = _core(words)
    core = " ".join(words[:last])
    if _SEVERAL.search(core):
        fix = "Write every author as an item of the list"
        return Reading(group=text, why=f"{quoted(text)} is more than one author", fix=fix)
    if _GROUP.search(core) or all(word[0] in _OPENING for word in words[1:]):
        why = f"whether {quoted(text)} is a group or a person is a guess"
        return Reading(group=text, why=why, fix=f"Write {{group: {_flow(text)}}}")
    if "," in core.rstrip(",") and last == len(words):
        family, given = (part.strip() for part in text.split(","))
        why = f"{quoted(text)} has the family name first"
        return Reading(given, family, why=why, fix=f"Write {f'{given} {family}'.strip()}")
    return _in_order(text, words, last)


def _core(words: list[str]) -> int:
    """How many words there are before what only follows a name: brackets, a suffix, a degree, a sign."""
    core = len(words)
    while core > 1 and _follows(words[core - 1]):
        core -= 1
    return core


def _follows(word: str) -> bool:
    bracketed = word[0] in _OPENING or word[-1] in ")]）"
    return bracketed or not has_letter(word) or bool(_SUFFIX.fullmatch(word) or _DEGREE.fullmatch(word))


def has_letter(text: str) -> bool:
    """Whether a text can be a name at all."""
    return any(sign.isalpha() for sign in text)


def _in_order(text: str, words: list[str], core: int) -> Reading:
    """A name whose given names come first; what is not one plain word at its end makes the split a guess."""
    last = max(1, core - 1)
    at = next((at for at, word in enumerate(words[:core]) if at and word[0].islower()), last)
    given, family = " ".join(words[:at]), " ".join(words[at:])
    initial = re.fullmatch(r"\w\.?(?:-?\w\.)*", family)
    if family == words[-1] and not (initial or family[0].islower() or _follows(family)):
        return Reading(given, family)
    why = f"where the family name of {quoted(text)} begins is a guess"
    fix = f"Write {{given: {_flow(given)}, family: {_flow(family)}}}, split where it is right"
    return Reading(given, family, why=why, fix=fix)


def _flow(text: str) -> str:
    """A name as it is written between braces: in quotes where a sign in it would mean something there."""
    return f'"{text}"' if re.search(r"[,\[\]{}:#]|^[&*!|>'%@`]", text) else text
