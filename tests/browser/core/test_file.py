"""A reader's file: what it may hold, what is brought up to date, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reader_state import DAYS, LONG_AGO, Run, changed, entry, mark, one, progress


def test_nothing_is_read_at_first(run: Run) -> None:
    """The empty state has no papers, a pace of three a week and the shortcuts on."""
    assert run("return plain(empty())") == progress()


ACCEPTED = {
    "nothing": progress(),
    "everything": progress(
        {"a": entry(read=DAYS[1], note="**x**\n<b>\ud800"), "b": entry()},
        pace=0.25,
        keys=False,
        track="weekend",
    ),
    "the most papers": progress({f"p{number}": entry() for number in range(5000)}, pace=50),
    "the longest note": progress({"a": entry(note="x" * 20_000)}),
    "a guide": progress({"a": entry(guide={"Section 1": mark(DAYS[0]), "Table 2": mark(DAYS[1], False)})}),
    "the longest guide": progress({"a": entry(guide={f"{n:0300}": mark(DAYS[0]) for n in range(100)})}),
    "the longest id": progress({"a-1" * 26 + "bc": entry()}),
    "ids that are names of Object": progress({"constructor": entry(note="x"), "valueof": entry()}),
}


@pytest.mark.parametrize("file", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_a_file_comes_back_as_it_was(run: Run, file: dict[str, Any]) -> None:
    """What is exported is pretty JSON with a newline at the end, and reading it gives the same again."""
    text = json.dumps(file)
    first, second = run("const one = serialize(parse(arg)); return [one, serialize(parse(one))]", text)
    assert json.loads(first) == file
    assert first == second
    assert first.startswith('{\n  "format"')
    assert first.endswith("}\n")


def test_equal_states_give_equal_texts(run: Run) -> None:
    """The order in which papers were marked does not show."""
    assert run(
        """const [a, b] = ["a", "b"].map(id => state => setRead(state, id, NOW, NOW))
        return serialize(a(b(empty()))) === serialize(b(a(empty())))"""
    )


def test_dates_are_brought_into_one_form(run: Run) -> None:
    """A date without fractions is accepted, and compares with others as a text."""
    file = progress({"a": entry("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.5Z")})
    assert run("return plain(parse(arg)).papers.a", json.dumps(file)) == entry(
        "2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.500Z"
    )


def test_unknown_keys_are_left_behind(run: Run) -> None:
    """Only what is known is copied, and no text reaches the prototype of all objects."""
    extra = {"constructor": {"prototype": {"bad": 1}}, "extra": 1}
    file = progress({"a": entry() | extra}, **extra)
    state, bad = run("const got = plain(parse(arg)); return [got, {}.bad]", json.dumps(file))
    assert state == progress({"a": entry()})
    assert bad is None


def test_an_id_is_never_found_by_inheritance(run: Run) -> None:
    """No state has a paper that nobody put there, whatever its id."""
    script = """const states = [empty(), state(), merge(empty(), empty()), renamed(empty(), new Map()),
        setRead(empty(), "a", NOW, NOW)]
    return states.filter(({papers}) => papers["constructor"] || papers["__proto__"]).length"""
    assert run(script) == 0


OLD = {"format": "reading-list-progress", "version": 0}


@pytest.mark.parametrize(
    ("read", "notes", "papers"),
    [
        ([], {}, {}),
        (["a"], {}, {"a": entry(LONG_AGO, LONG_AGO)}),
        ([], {"a": "x"}, {"a": entry(LONG_AGO, None, "x")}),
        (
            ["a", "constructor"],
            {"a": "x", "b": "y"},
            {
                "a": entry(LONG_AGO, LONG_AGO, "x"),
                "b": entry(LONG_AGO, None, "y"),
                "constructor": entry(LONG_AGO, LONG_AGO),
            },
        ),
    ],
)
def test_version_0_is_brought_up_to_date(run: Run, read: Any, notes: Any, papers: Any) -> None:
    """A file of version 0 is read, with dates older than any change since, as it had none."""
    text = json.dumps(OLD | {"read": read, "notes": notes})
    assert run("return plain(parse(arg))", text) == progress(papers)


def test_version_1_is_brought_up_to_date(run: Run) -> None:
    """A file of version 1, which knew neither tracks nor guides, is read as having none of them."""
    old = progress({"a": entry(read=DAYS[0], note="x")}, version=1)
    del old["track"], old["papers"]["a"]["guide"]
    assert run("return plain(parse(arg))", json.dumps(old)) == progress({"a": entry(read=DAYS[0], note="x")})


def without(key: str) -> str:
    """A file that lacks a key, or whose paper does."""
    file = progress({"a": entry()})
    (file if key in file else file["papers"]["a"]).pop(key)
    return json.dumps(file)


def date(text: Any) -> tuple[str, str]:
    """A file with a date that is none."""
    return one(changed=text), "When a changed should be a date"


PROTO = '"__proto__": {"pace": 3}'
REFUSED = {
    "no JSON": ("{", "not JSON"),
    "empty": ("", "not JSON"),
    "deep": ("[" * 100_000, "not JSON"),
    "text": ('"x"', "The file should be a plain JSON object"),
    "null": ("null", "The file should be a plain JSON object"),
    "list": ("[]", "The file should be a plain JSON object"),
    "larger than 5 MB": (changed(extra="x" * 5 * 1024 * 1024), "larger than 5 MB"),
    "no format": (without("format"), "does not hold reading progress"),
    "another format": (changed(format="bookmarks"), "does not hold reading progress"),
    "no version": (without("version"), "version should be a whole number"),
    "version as text": (changed(version="1"), "version should be a whole number"),
    "half a version": (changed(version=0.5), "version should be a whole number"),
    "negative version": (changed(version=-1), "version should be a whole number"),
    "newer version": (changed(version=3), "version 3, newer than this page; reload"),
    "no papers": (without("papers"), "papers should be a plain JSON object"),
    "papers as list": (changed(papers=[entry()]), "papers should be a plain JSON object"),
    "too many papers": (
        changed(papers={f"p{number}": entry() for number in range(5001)}),
        "more than 5,000 papers",
    ),
    "no pace": (without("pace"), "pace should be"),
    "pace as text": (changed(pace="3"), "pace should be"),
    "too slow": (changed(pace=0.24), "pace should be"),
    "too fast": (changed(pace=50.5), "pace should be"),
    "no pace but infinity": ('{"pace": 1e999, ' + changed()[1:].replace('"pace": 3, ', ""), "pace should be"),
    "no keys": (without("keys"), "keys should be true or false"),
    "no track": (without("track"), "track should be the id of a track"),
    "track as list": (changed(track=["weekend"]), "track should be the id of a track"),
    "track in capitals": (changed(track="A weekend"), "track should be the id of a track"),
    "keys as number": (changed(keys=1), "keys should be true or false"),
    "entry as text": (changed(papers={"a": "read"}), "entry of a should be a plain JSON object"),
    "entry as null": (changed(papers={"a": None}), "entry of a should be a plain JSON object"),
    "no note": (without("note"), "note on a should be a text"),
    "note as list": (one(note=["x"]), "note on a should be a text"),
    "note too long": (one(note="x" * 20_001), "note on a is longer than 20,000 characters"),
    "no mark": (without("read"), "When a was read should be a date"),
    "mark as truth": (one(read=True), "When a was read should be a date"),
    "mark as number": (one(read=1764000000000), "When a was read should be a date"),
    "no date": (without("changed"), "When a changed should be a date"),
    "date in words": date("24 November 2026"),
    "day alone": date("2026-11-24"),
    "no time zone": date("2026-11-24T10:00:00"),
    "thirteenth month": date("2026-13-24T10:00:00.000Z"),
    "30 February": date("2026-02-30T10:00:00.000Z"),
    "date null": date(None),
    "date and more": date("2026-11-24T10:00:00.000Z<b>"),
    "guide as list": (one(guide=[]), "guide of a should be a plain JSON object"),
    "line as text": (one(guide={"x": "y"}), "Each line in the guide of a should be a plain JSON object"),
    "line without date": (one(guide={"x": {"read": None}}), "When a part of a changed should be a date"),
    "line too long": (one(guide={"x" * 301: mark(DAYS[0])}), "guide of a is longer than 300 characters"),
    "too many lines": (
        one(guide={f"{n}": mark(DAYS[0]) for n in range(101)}),
        "guide of a has more than 100 lines",
    ),
    "id in capitals": (changed(papers={"MAP": entry()}), "“MAP” is not the id of a paper"),
    "id as path": (changed(papers={"../a": entry()}), "“../a” is not the id of a paper"),
    "id with a line end": (changed(papers={"a\n": entry()}), "is not the id of a paper"),
    "no id": (changed(papers={"": entry()}), "“” is not the id of a paper"),
    "id too long": (changed(papers={"a" * 81: entry()}), "is not the id of a paper"),
    "id endless": (changed(papers={"a" * 10_000: entry()}), "is not the id of a paper"),
    "prototype of the file": (
        "{" + PROTO + "," + changed()[1:],
        "The file should be a plain JSON object",
    ),
    "prototype of the papers": (
        changed().replace('"papers": {', '"papers": {' + PROTO),
        "papers should be a plain JSON object",
    ),
    "prototype of an entry": (one().replace('"note"', PROTO + ', "note"'), "entry of a should be a plain"),
    "old without read": (json.dumps(OLD | {"notes": {}}), "read should be a list of ids"),
    "old with numbers": (json.dumps(OLD | {"read": [1], "notes": {}}), "read should be a list of ids"),
    "old without notes": (json.dumps(OLD | {"read": []}), "notes should be a plain JSON object"),
    "old with a note as number": (json.dumps(OLD | {"read": [], "notes": {"a": 1}}), "note on a should be"),
    "old with a bad id": (json.dumps(OLD | {"read": ["A"], "notes": {}}), "“A” is not the id"),
    "old with a prototype": (json.dumps(OLD | {"read": ["__proto__"], "notes": {}}), "papers should be a pl"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_file_is_refused_and_changes_nothing(run: Run, text: str, words: str) -> None:
    """A text that is not sound is refused in one sentence with a way out, and the state stays as it was."""
    message, same, said, bad = run(
        """const [store, said] = opened(localStorage)
        store.update(state => setRead(state, "mine", NOW, NOW))
        const before = [store.state, localStorage[KEY]]
        refusal(() => store.update(mine => merge(mine, parse(arg))))
        return [refusal(() => parse(arg)), store.state === before[0] && localStorage[KEY] === before[1], said, {}.pace]""",
        text,
    )
    assert words in message
    assert message[-1] == "."
    assert "; " in message
    assert "\n" not in message.removeprefix("“a\n")
    assert len(message) < 200
    assert (same, said, bad) == (True, ["kept"], None)
