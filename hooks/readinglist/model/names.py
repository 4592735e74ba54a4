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
_GROUP = re.compile(r"\b(?:collaboration|consortium|team|group)$", re.IGNORECASE)


def read(text: str) -> Reading:
    """A name in plain text taken apart, the likeliest way where there are several."""
    words = text.split()
    if len(words) < 2:
        return Reading(group=text)
    if _SEVERAL.search(text):
        fix = "Write every author as an item of the list"
        return Reading(group=text, why=f"{quoted(text)} is more than one author", fix=fix)
    if _GROUP.search(text):
        why = f"whether {quoted(text)} is a group or a person is a guess"
        return Reading(group=text, why=why, fix=f"Write {{group: {text}}}")
    if "," in text and not _SUFFIX.fullmatch(words[-1]):
        family, given = (part.strip() for part in text.split(","))
        why = f"{quoted(text)} has the family name first"
        return Reading(given, family, why=why, fix=f"Write {f'{given} {family}'.strip()}")
    return _in_order(text, words)


def _in_order(text: str, words: list[str]) -> Reading:
    """A name whose given names come first; a word in lower case or a suffix makes the split a guess."""
    last = len(words) - 1
    if _SUFFIX.fullmatch(words[last]):
        last = max(1, last - 1)
    at = next((at for at, word in enumerate(words) if at and word[0].islower()), last)
    given, family = " ".join(words[:at]), " ".join(words[at:])
    if family == words[-1] and not (family[0].islower() or _SUFFIX.fullmatch(family)):
        return Reading(given, family)
    why = f"where the family name of {quoted(text)} begins is a guess"
    written = f'"{family}"' if "," in family else family
    fix = f"Write {{given: {given}, family: {written}}}, split where it is right"
    return Reading(given, family, why=why, fix=fix)
