"""Papers as arXiv has them, generated from a seed, with the oddities that real records have."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from arxiv_server import Fact
from oddities import ODDITIES, stamp

_WORDS = (
    *(
        "labyrinth",
        "learning",
        "of",
        "language",
        "models",
        "with",
        "deep",
        "graphs",
        "on",
        "sparse",
        "rewards",
    ),
    *("towards", "efficient", "scaling", "for", "robust", "vision", "via", "noisy", "labels", "low-resource"),
)
_GIVEN = (
    *(
        "Ada",
        "Mary",
        "Grace",
        "Łukasz",
        "Jürgen",
        "José",
        "Xiaoming",
        "Fei-Fei",
        "Md.",
        "J.",
        "Søren",
        "Ngọc",
    ),
)
_FAMILY = (
    *(
        "Lovelace",
        "Somerville",
        "Gomez",
        "Müller",
        "O'Neill",
        "García-Pérez",
        "Wang",
        "Nguyễn",
        "Ångström",
        "Ba",
    ),
)
_CATEGORIES = (
    *("cs.CL", "cs.LG", "stat.ML", "math.OC", "hep-th", "cond-mat.stat-mech", "physics.ao-ph", "astro-ph.CO"),
)


def facts(count: int, seed: int) -> Iterator[Fact]:
    """So many papers; the first have each oddity once, the others as often as real ones."""
    chance = random.Random(seed)
    kinds = [odd for _, odd in ODDITIES.values()]
    for number in range(1, count + 1):
        fact = _plain(chance, number)
        if number <= len(kinds):
            yield kinds[number - 1](chance, fact)
            continue
        for rate, odd in ODDITIES.values():
            if chance.random() < rate:
                fact = odd(chance, fact)
        yield fact


def _plain(chance: random.Random, number: int) -> Fact:
    """A paper with nothing odd about it."""
    day = datetime(2015 + number // 90000, 1, 5) + timedelta(days=28 * (number % 120))
    day = day.replace(day=chance.randint(1, 24))
    version = chance.randint(1, 4)
    names = [f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}" for _ in range(chance.randint(1, 9))]
    return Fact(
        f"{day:%y%m}.{number:05}",
        f"{' '.join(chance.sample(_WORDS, 5)).capitalize()} {number}",
        tuple(names),
        stamp(day),
        version,
        stamp(day + timedelta(days=90 * (version - 1))),
        tuple(chance.sample(_CATEGORIES, chance.randint(1, 3))),
        doi=f"10.1000/{number}.x" if chance.random() < 0.1 else "",
        journal_ref=f"J. Tests {number} ({day.year})" if chance.random() < 0.1 else "",
    )
