"""Rules on tracks: of one kind, and each step after what it needs or with word of what it leaves open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from readinglist.checks.lenient import Reading, Value
from readinglist.model.identifiers import is_slug
from readinglist.problems import Problem, did_you_mean, nearest, quoted


def one_kind(reading: Reading) -> Iterator[Problem]:
    """A track has steps, or else an order."""
    for track in reading["tracks"]:
        steps = track["steps"]
        if track.is_mapping and track["order"].exists == (steps.exists and steps.data != []):
            message = "a track has steps, or else an order"
            yield track.problem(message, "Write steps, or order: prerequisites")


def steps(reading: Reading) -> Iterator[Problem]:
    """A track names papers of the list, each once."""
    for track in reading["tracks"]:
        seen: set[str] = set()
        for step in track.texts("steps", "paper"):
            if step.text in reading.places and step.text in seen:
                message = f"{quoted(step.text)} is listed twice on this track"
                yield step.problem(message, "Delete one of the two")
            seen.add(step.text)
        for id in (*track.texts("steps", "paper"), *track.texts("steps", "without")):
            if id.text not in reading.places and is_slug(id.text):
                former = reading.former.get(id.text)
                fix = f"Write {former}" if former else did_you_mean(id.text, reading.ids)
                yield id.problem(f"{quoted(id.text)} is not a paper of this list", fix)


def without(reading: Reading) -> Iterator[Problem]:
    """A step says which of its prerequisites do not come before it on the track: exactly these."""
    needs: Mapping[str, Sequence[str]] = {
        paper["id"].text: [
            *dict.fromkeys(
                needed.text
                for needed in paper.texts("prerequisites", "paper")
                if needed.text in reading.places
            )
        ]
        for paper in reading.papers
    }
    for track in reading["tracks"]:
        listed = {step.text for step in track.texts("steps", "paper")}
        behind: set[str] = set()
        for step in track["steps"]:
            id = step["paper"].text
            if id in reading.places and id not in behind:
                missing = [need for need in needs[id] if need not in behind]
                yield from _unsaid(step, missing, listed, reading)
                yield from _needless(step, missing, reading.places)
            # Later steps count on the paper that was meant: the slip is reported once.
            behind.add(_meant(id, reading))


def _unsaid(
    step: Value, missing: Sequence[str], listed: Collection[str], reading: Reading
) -> Iterator[Problem]:
    said = {_meant(need.text, reading) for need in step.texts("without")}
    for need in missing:
        if need not in said:
            comes = "comes later on" if need in listed else "is not on"
            message = f"{quoted(need)}, a prerequisite of {quoted(step['paper'].text)}, {comes} this track"
            fix = f"Move the step, or write without: [{', '.join(missing)}]"
            yield step["paper"].problem(message, fix)


def _needless(step: Value, missing: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
    for need in step.texts("without"):
        if need.text in known and need.text not in missing:
            name = quoted(step["paper"].text)
            message = f"without names {quoted(need.text)}, which is no open prerequisite of {name} here"
            yield need.problem(message, "Delete it")


def _meant(id: str, reading: Reading) -> str:
    """The paper that an id of whatever spelling stands for; empty where it is like none."""
    return id if id in reading.places else reading.former.get(id) or nearest(id, reading.ids)
