"""The types that every part of the catalogue is made of: text, ids and addresses, each strict.

What a type refuses comes as `Refused`, with what is wrong and what to write instead.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from readinglist.model import identifiers
from readinglist.problems import Refused
from readinglist.text.formulas import check_text, check_words

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _not_blank(value: str) -> str:
    if not value.strip():
        raise Refused("the text is empty", "Write it, or delete the key")
    return value


def _day(value: object) -> object:
    """The date of a text; pydantic would take seconds since 1970 for one as well."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError as error:
        raise PydanticKnownError("date_parsing", {"error": str(error)}) from None


Text = Annotated[str, AfterValidator(_not_blank), AfterValidator(check_text)]
"""Words, and LaTeX between dollar signs."""
Words = Annotated[str, AfterValidator(_not_blank), AfterValidator(check_words)]
"""What arXiv says: any words, with LaTeX between dollar signs where it can be set."""
# The patterns are for editors only, and looser than the checks: these say more when they refuse.
Slug = Annotated[str, AfterValidator(identifiers.slug), Field(json_schema_extra={"pattern": "^[a-z0-9-]+$"})]
# A word of a vocabulary; the checks know which there are, and say so.
Word = Annotated[str, AfterValidator(identifiers.finished)]
ArxivId = Annotated[
    str,
    AfterValidator(identifiers.arxiv_id),
    Field(json_schema_extra={"pattern": r"^(\d{4}\.\d{4,5}|[a-zA-Z.-]+/\d{7})$"}),
]
Category = Annotated[str, AfterValidator(identifiers.arxiv_category)]
Doi = Annotated[
    str, AfterValidator(identifiers.doi), Field(json_schema_extra={"pattern": r"^10\.\d{4,9}/\S+$"})
]
Language = Annotated[str, AfterValidator(identifiers.language)]
Day = Annotated[date, BeforeValidator(_day)]
"""A date as `2017-06-12`."""
Https = Annotated[str, AfterValidator(identifiers.https), Field(json_schema_extra={"pattern": "^https://"})]


class Model(BaseModel):
    """Strict and frozen: an unknown key or a bent type is a problem, never a guess."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")
