"""What is published is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import subprocess
import sys

import pytest
from project import ROOT, environment

_MAKE = """
import hashlib, sys
sys.path[:0] = ["hooks", "tests/support"]
import builders, sample
from readinglist import site
papers = [paper | {"added": "2026-01-02"} for paper in sample.PAPERS]
edition = site.Edition(builders.catalogue(*papers, **sample.HEAD), {"index.md": "Hello.", "map.md": "$x$"})
for output in site.files(edition, "https://list.example/"):
    print(output.uri, output.at, hashlib.sha256(output.encoded).hexdigest())
"""
_PLACES = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
    {"TZ": "UTC", "PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "0"},
]


def _made(place: dict[str, str]) -> str:
    command = [sys.executable, "-c", _MAKE]
    return subprocess.run(
        command, cwd=ROOT, env=environment(**place), capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def first() -> str:
    """What the first of the places makes."""
    return _made(_PLACES[0])


@pytest.mark.parametrize("place", _PLACES[1:], ids=lambda place: place["TZ"])
def test_every_file_is_the_same_everywhere(first: str, place: dict[str, str]) -> None:
    """Time zones, locales and hash seeds change no byte of any page or file."""
    assert "feed.xml" in first
    assert _made(place) == first
