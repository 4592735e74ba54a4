"""Names in plain text: how each is understood, and what leaves it open."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from readinglist.model.names import Author, Reading, read

CERTAIN = [
    ("Ada Lovelace", Reading("Ada", "Lovelace")),
    ("Aidan N. Gomez", Reading("Aidan N.", "Gomez")),
    ("Jean-Luc  Picard", Reading("Jean-Luc", "Picard")),
    ("Andy Anderson", Reading("Andy", "Anderson")),
    ("'t Hooft", Reading("'t", "Hooft")),
    ("MazeCo", Reading(group="MazeCo")),
    ("王小明", Reading(group="王小明")),
    ("Мария Иванова", Reading("Мария", "Иванова")),
    ("Wei (Tom) Wang", Reading("Wei (Tom)", "Wang")),
    ("J. (Jay B.)-Lee Park", Reading("J. (Jay B.)-Lee", "Park")),
    ("Yi MA", Reading("Yi", "MA")),
    ("Md. Rahman", Reading("Md.", "Rahman")),
]
SPLIT, FIRST, SEVERAL, GROUP = "begins is a guess", "family name first", "more than one author", "a group or"
OPEN = [
    ("Diego de las Casas", Reading("Diego", "de las Casas"), SPLIT, "{given: Diego, family: de las Casas}"),
    (
        "Anna Maria van Dijk",
        Reading("Anna Maria", "van Dijk"),
        SPLIT,
        "{given: Anna Maria, family: van Dijk}",
    ),
    ("Stéphane d'Ascoli", Reading("Stéphane", "d'Ascoli"), SPLIT, "{given: Stéphane, family: d'Ascoli}"),
    ("Martin Luther King Jr.", Reading("Martin Luther", "King Jr."), SPLIT, "family: King Jr.}"),
    ("Sammy Davis, Jr.", Reading("Sammy", "Davis, Jr."), SPLIT, '{given: Sammy, family: "Davis, Jr."}'),
    ("Davis III", Reading("Davis", "III"), SPLIT, "{given: Davis, family: III}"),
    ("Hu, Edward", Reading("Edward", "Hu"), FIRST, "Write Edward Hu"),
    ("Hu, Edward J.", Reading("Edward J.", "Hu"), FIRST, "Write Edward J. Hu"),
    ("de las Casas, Diego", Reading("Diego", "de las Casas"), FIRST, "Write Diego de las Casas"),
    ("van Dijk, Anna M.", Reading("Anna M.", "van Dijk"), FIRST, "Write Anna M. van Dijk"),
    ("El Showk, Sheer", Reading("Sheer", "El Showk"), FIRST, "Write Sheer El Showk"),
    ("The ATLAS Collaboration", Reading(group="The ATLAS Collaboration"), GROUP, "{group: The ATLAS"),
    ("Gemini Team", Reading(group="Gemini Team"), GROUP, "{group: Gemini Team}"),
    ("Parmar et al", Reading(group="Parmar et al"), SEVERAL, "every author"),
    ("A. and B. Lovelace", Reading(group="A. and B. Lovelace"), SEVERAL, "every author"),
    ("Ada Lovelace, Mary Somerville", Reading(group="Ada Lovelace, Mary Somerville"), SEVERAL, "every"),
    ("H1 Collaboration", Reading(group="H1 Collaboration"), GROUP, "{group: H1 Collaboration}"),
    ("BigScience Workshop", Reading(group="BigScience Workshop"), GROUP, "{group: BigScience Workshop}"),
    (
        "Institute of Physics, Berlin",
        Reading(group="Institute of Physics, Berlin"),
        GROUP,
        '{group: "Institute',
    ),
    ("MazeCo (San Francisco)", Reading(group="MazeCo (San Francisco)"), GROUP, "{group: MazeCo (San"),
    ("Wei Wang (王伟)", Reading("Wei", "Wang (王伟)"), SPLIT, "{given: Wei, family: Wang (王伟)}"),
    ("Jun Li（李军）", Reading("Jun", "Li（李军）"), SPLIT, "family: Li（李军）}"),
    (
        "Ann Smith [also: A. S.]",
        Reading("Ann", "Smith [also: A. S.]"),
        SPLIT,
        'family: "Smith [also: A. S.]"}',
    ),
    (
        "Ann Smith (for ALICE and CMS)",
        Reading("Ann", "Smith (for ALICE and CMS)"),
        SPLIT,
        "family: Smith (for",
    ),
    (
        "Jan van Dyk (for the ALICE Collaboration)",
        Reading("Jan", "van Dyk (for the ALICE Collaboration)"),
        SPLIT,
        "{given: Jan, family: van Dyk (for",
    ),
    ("Ann Smith, PhD", Reading("Ann", "Smith, PhD"), SPLIT, '{given: Ann, family: "Smith, PhD"}'),
    ("Ann Smith Ph.D.", Reading("Ann", "Smith Ph.D."), SPLIT, "family: Smith Ph.D.}"),
    ("Ann Smith, MD, PhD", Reading("Ann", "Smith, MD, PhD"), SPLIT, 'family: "Smith, MD, PhD"}'),
    ("Wang X.", Reading("Wang", "X."), SPLIT, "{given: Wang, family: X.}"),
    ("Smith J.-B.", Reading("Smith", "J.-B."), SPLIT, "family: J.-B.}"),
    ("Bo Li 3", Reading("Bo", "Li 3"), SPLIT, "family: Li 3}"),
    ("Hu, Edward, Jr.", Reading(group="Hu, Edward, Jr."), SEVERAL, "every author"),
]


@pytest.mark.parametrize(("text", "expected"), CERTAIN)
def test_what_can_be_read_one_way_is_certain(text: str, expected: Reading) -> None:
    """The last word is the family name; a single word is a group. An author takes it as it is."""
    assert read(text) == expected
    assert read(text).certain
    assert Author.model_validate(text).name == expected.name


@pytest.mark.parametrize(("text", "expected", "why", "fix"), OPEN)
def test_what_is_open_says_why_and_how_to_write_it(text: str, expected: Reading, why: str, fix: str) -> None:
    """It has its likeliest reading all the same, and an author refuses it with that reason."""
    reading = read(text)
    assert reading.parts == expected.parts
    assert reading.name == expected.name
    assert why in reading.why and fix in reading.fix
    with pytest.raises(ValidationError, match=why):
        Author.model_validate(text)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (":", "':' is no name"),
        ("12", "'12' is no name"),
        ("BigScience Workshop:", "ends in a colon"),
        ({"group": ":"}, "':' is no name"),
        ({"given": "Ada", "family": "-"}, "'-' is no name"),
    ],
)
def test_what_is_no_name_is_refused(given: object, message: str) -> None:
    """By hand, a name has a letter and ends without a colon."""
    with pytest.raises(ValidationError, match=message):
        Author.model_validate(given)
