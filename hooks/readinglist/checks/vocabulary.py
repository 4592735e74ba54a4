"""The rule on words that a catalogue defines itself."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks.lenient import Reading
from readinglist.problems import Problem, Words, did_you_mean, quoted_id
from readinglist.text.unfinished import is_unfinished


def known(reading: Reading) -> Iterator[Problem]:
    """Every topic and level that a paper names is in the vocabulary that the catalogue defines."""
    for noun, key, vocabulary in (("topic", "topics", "topics"), ("level", "level", "levels")):
        words = Words(word.text for word in reading[vocabulary].texts("id"))
        if not words:
            continue  # the missing vocabulary is reported, once
        for value in reading["papers"].texts(key):
            if value.text not in words and not is_unfinished(value.text):
                message = f"{quoted_id(value.text)} is not a {noun} of this list"
                yield value.problem(message, did_you_mean(value.text, words))
