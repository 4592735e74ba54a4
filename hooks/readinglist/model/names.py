"""Who wrote a paper: a person by given and family name, or a group that signs as one."""

from __future__ import annotations

import re
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
    group: Text | None = Field(None, description="A group that signs as one.", examples=["OpenAI"])

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        named = {"type": "string", "description": "A name in reading order.", "examples": ["Ada Lovelace"]}
        return {"anyOf": [named, handler(core)]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return split_name(value) if isinstance(value, str) else value

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


_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")


def split_name(text: str) -> dict[str, str]:
    """Given and family name of a name in plain text; raises `Refused` where that would be a guess."""
    words = text.split()
    if re.search(r"\bet al\b|\band\b|&|;|\S\s+\S+,|,.*,", text):
        raise Refused(f"{quoted(text)} is more than one author", "Write every author as an item of the list")
    if "," in text:
        family, _, given = (part.strip() for part in text.partition(","))
        raise Refused(f"{quoted(text)} has the family name first", f"Write {given} {family}".rstrip())
    if len(words) == 1:
        return {"group": text}
    if any(word[0].islower() for word in words[1:]) or _SUFFIX.fullmatch(words[-1] if words else ""):
        raise Refused(
            f"where the family name of {quoted(text)} begins is a guess",
            f"Write {{given: {words[0]}, family: {' '.join(words[1:])}}}, split where it is right",
        )
    return {"given": " ".join(words[:-1]), "family": words[-1]} if words else {"group": text}
