"""Invented papers that are published in every way, for tests of what cites them."""

from __future__ import annotations

from builders import catalogue, entry

PAPERS = catalogue(
    entry(
        "mazo",
        title="MAZO: On the W-Shaped Halls of eMaze-7 & 50% of $O(n^2)$ Costs",
        nickname="MAZO",
        authors=["Évariste Galois", "Wacław Sierpiński", {"given": "Diego", "family": "de las Casas"}],
        doi="10.1000/maze_1",
        publication={
            "kind": "conference",
            "name": "Proceedings of the Workshops & Talks",
            "year": 2019,
            "volume": "30",
            "pages": "5998–6008",
            "publisher": "Maze Press",
            "series": "Notes",
        },
        aliases=["hall", "halls"],
    ),
    entry(
        "hand",
        2,
        title="The Hand: A Rule, with {braces}, ~100 #tags_and \\ $\\left\\{x\\right.$",
        nickname="The Hand",
        authors=[{"group": "The Maze Group and Friends"}],
        categories=["math.CO", "cs.DS"],
    ),
    entry(
        "wall",
        3,
        title="Walls",
        authors=[f"Author{chr(64 + n)} Family{n}" for n in range(1, 14)],
        publication={
            "kind": "journal",
            "name": "Journal of Mazes",
            "year": 2024,
            "volume": "5",
            "article": "127",
        },
        doi="10.1000/182",
    ),
    entry(
        "plan",
        4,
        title="Plans, in Short",
        authors=["Hypatia", {"given": "Ὑπατία", "family": "Ἀλεξανδρεία"}],
        publication={"kind": "report", "name": "Maze Institute", "year": 2018, "number": "TR-4"},
    ),
).papers
"""One for each kind of entry, with what breaks formats: accents, braces, formulas, groups, former ids."""
