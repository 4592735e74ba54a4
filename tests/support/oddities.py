"""What is odd about real records of arXiv, how often, and how it is made of a plain one.

Rates are those met in 38,858 records of arXiv and in a real list of 590 papers, where somebody counted.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from arxiv_server import Fact

Oddity = Callable[[random.Random, Fact], Fact]


def title(*titles: str) -> Oddity:
    """One of these in place of the title; what a number sign stands for is drawn."""
    return lambda chance, fact: replace(fact, title=_drawn(chance, titles, fact))


def author(*names: str) -> Oddity:
    """One of these among the authors, last or elsewhere."""

    def odd(chance: random.Random, fact: Fact) -> Fact:
        at = chance.randint(0, len(fact.authors))
        return replace(fact, authors=(*fact.authors[:at], chance.choice(names), *fact.authors[at:]))

    return odd


def value(key: str, *values: str) -> Oddity:
    """One of these for another key."""
    return lambda chance, fact: replace(fact, **{key: _drawn(chance, values, fact)})


def classes(*terms: str) -> Oddity:
    """A class of another scheme beside the categories."""
    return lambda chance, fact: replace(fact, categories=(*fact.categories, chance.choice(terms)))


def group(chance: random.Random, fact: Fact) -> Fact:
    """A group before a colon that stands among the authors, then its people."""
    before = chance.choice([("BigScience Workshop", ":"), ("Gemini:",), ("Tulu Collective :",)])
    return replace(fact, authors=(*before, *fact.authors))


def moved(chance: random.Random, fact: Fact) -> Fact:
    """Version 1 outside the month of the id."""
    day = datetime.fromisoformat(fact.published) + timedelta(days=chance.choice([-70, -40, 35]))
    latest = stamp(day) if fact.version == 1 else max(fact.updated, stamp(day))
    return replace(fact, published=stamp(day), updated=latest)


ODDITIES: dict[str, tuple[float, Oddity]] = {
    "TeX accents in a title": (
        274 / 38858,
        title(
            r"Schr\"odinger Bridges #",
            r"{\'E}tale Models #",
            r"K\"ahler and \v{C}ech #",
            r"On \L{}ojasiewicz's # $\ell_1$",
        ),
    ),
    "TeX accents in a name": (
        0.004,
        author(r"J\"urgen M\"uller", r"Fran\c{c}ois Cholet", r"Ren\'{e} {\O}rsted"),
    ),
    "a date outside the id's month": (10 / 590, moved),
    "a class of another scheme": (
        0.03,
        classes("I.2.7", "68T07", "I.2.7; F.1.1", "62M45, 68T07", "ACM-class"),
    ),
    "a title like markup": (
        0.002,
        title(
            "<think> Lessons #",
            "A <b>Bold</b> Claim #",
            "AT&amp;T and R&D #",
            "[MASK] is all # | *you* need _it_",
            "> no quote #",
            "1. no list #",
        ),
    ),
    "a title like unfinished work": (
        0.001,
        title("TBD: Benchmarking #", "TODO: Ternary Preferences #", "FIXME #"),
    ),
    "a title with dollars": (
        0.002,
        title(
            "The $100 Question #",
            r"From \$5 to \$10 #",
            "US$ and €: #",
            r"On $\unknowncommand{x}$ and #",
            "$k$-NN for $p<q$ #",
        ),
    ),
    "an id that YAML reads otherwise": (
        0.001,
        title("007: #", "No: #", "Null: #", "2017-06-12: #", "1e3: #", "True: #"),
    ),
    "a title of another script": (
        0.001,
        title("注意力就是一切 #", "Внимание: #", "انتباه #", "\u202bתשומת לב\u202c #"),
    ),
    "a title that is not composed": (0.001, title("A\u0308pfel und Cafe\u0301s #")),
    "a title with quotes": (
        0.02,
        title("\"Why\" 'should' # I: trust it? \\o/", "“Quoted” # — so it's: {sure}"),
    ),
    "a group before a colon": (0.001, group),
    "a name with a tail": (
        0.01,
        author(
            "H1 Collaboration",
            "Wei Wang (王伟)",
            "Ann Smith, PhD",
            "Ann Smith (for the ALICE Collaboration)",
            "Smith J.",
            "Bo Li 3",
            "Sammy Davis, Jr.",
            "Max Mustermann, MD, PhD",
            "MazeCo (San Francisco)",
        ),
    ),
    "a name the other way round": (0.002, author("Hu, Edward J.", "van Dijk, Anna")),
    "a name with particles": (0.03, author("Diego de las Casas", "Ludwig van den Berg", "Stéphane d'Ascoli")),
    "a name of one word": (0.005, author("MazeCo", "王小明", "No", "Null")),
    "an unusual DOI": (
        0.002,
        value(
            "doi",
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-#",
            "10.1000/a#, 10.1000/b#",
            "10.1000/c#.",
            "https://doi.org/10.1000/d#",
            r"10.1007/978-3_\_#",
            "10.48550/arXiv.1706.0#",
            "none",
        ),
    ),
    "an unusual journal reference": (
        0.003,
        value(
            "journal_ref",
            "Phys. Rev. <D> 50 (#) $12",
            "TBD #",
            r"Z. Phys. K\"oln #: 'x'",
            "J. # {ML} # [cs] | 3",
        ),
    ),
    "a withdrawal that is none": (
        0.001,
        value("comment", "Withdrawn from ICLR 2020", "NeurIPS 2021 submission (withdrawn)"),
    ),
}
"""What is odd about a record, how often, and how it is made."""


def stamp(day: datetime) -> str:
    """A day as arXiv writes it."""
    return day.strftime("%Y-%m-%dT%H:%M:%SZ")


def _drawn(chance: random.Random, choices: tuple[str, ...], fact: Fact) -> str:
    """One of the choices, its number signs replaced by something of the paper's own."""
    text = chance.choice(choices)
    return text.replace("#", str(int(fact.arxiv[5:])))
