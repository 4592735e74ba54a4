"""The reader's state and plan, run as modules in a real Chromium: what is kept, merged, refused and proposed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

Run = Callable[..., Any]

# Helpers of every script below. A stub plays a storage that fails; `opened` is a Store with what it told.
PRELUDE = """async arg => {
const names = ["state", "merge", "file", "store", "plan"]
const modules = await Promise.all(names.map(name => import(`/assets/reader/${name}.js`))), plan = modules[4]
const {empty, setRead, setPart, setNote, setPace, setKeys, setTrack, merge, renamed, takenBack} = {...modules[0], ...modules[1]}
const {parse, serialize, Refused, Store} = {...modules[2], ...modules[3]}
const KEY = "reading-list", DAMAGED = "reading-list.damaged", NOW = "2026-11-24T10:00:00.000Z"
const state = (papers = {}, rest = {}) => parse(JSON.stringify({...empty(), papers, ...rest}))
const plain = state => JSON.parse(serialize(state))
const refusal = act => { try { act() } catch (error) { return error instanceof Refused ? error.message : String(error) } }
const stub = (methods = {}) => ({
    items: new Map(), getItem(key) { return this.items.get(key) ?? null },
    setItem(key, text) { this.items.set(key, text) }, removeItem(key) { this.items.delete(key) }, ...methods})
const opened = (storage, aliases = {}) => {
    const store = new Store(storage, new Map(Object.entries(aliases))), told = []
    store.subscribe(() => told.push(store.kept))
    return [store, told]
}
const back = (persisted = true) => dispatchEvent(new PageTransitionEvent("pageshow", {persisted}))
const fails = name => () => { throw new DOMException("", name) }
"""

DAYS = [f"2026-11-0{day}T00:00:00.000Z" for day in range(1, 5)]
LONG_AGO = "1970-01-01T00:00:00.000Z"


def entry(
    changed: str = DAYS[0], read: str | None = None, note: str = "", guide: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """One paper of a state."""
    return {"read": read, "note": note, "changed": changed, "guide": guide or {}}


def mark(changed: str, done: bool = True) -> dict[str, Any]:
    """A line of a guide, ticked or unticked on a day."""
    return {"read": changed if done else None, "changed": changed}


def progress(papers: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A whole file."""
    named = {"format": "reading-list-progress", "version": 2}
    return {**named, "papers": papers or {}, "pace": 3, "keys": True, "track": "", **more}


def run_on(page: Page, script: str, arg: Any = None) -> Any:
    """What a script on the modules returns."""
    return page.evaluate(PRELUDE + script + "}", arg)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a browser with nothing in its storage."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def page(tab: Page, host: str) -> Page:
    """A fresh page of the site on which none of its scripts runs, so that nothing else touches storage."""
    tab.goto(host + "assets/reader/store.js")
    tab.evaluate("localStorage.clear()")
    return tab


@pytest.fixture
def run(page: Page) -> Run:
    """Runs a script on the modules in an empty browser."""
    return lambda script, arg=None: run_on(page, script, arg)


# Texts


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


def changed(**more: Any) -> str:
    """A file that is sound but for what is given."""
    return json.dumps(progress(**more))


def one(**more: Any) -> str:
    """A file with one paper, sound but for what is given."""
    return json.dumps(progress({"a": entry() | more}))


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
    message, same, told, bad = run(
        """const [store, told] = opened(localStorage)
        store.update(state => setRead(state, "mine", NOW, NOW))
        const before = [store.state, localStorage[KEY]]
        refusal(() => store.update(mine => merge(mine, parse(arg))))
        return [refusal(() => parse(arg)), store.state === before[0] && localStorage[KEY] === before[1], told, {}.pace]""",
        text,
    )
    assert words in message
    assert message[-1] == "."
    assert "; " in message
    assert "\n" not in message.removeprefix("“a\n")
    assert len(message) < 200
    assert (same, told, bad) == (True, ["kept"], None)


# Changes


CHANGES = {
    "setRead(old, 'a', '2026-11-02T00:00:00.000Z', NOW)": {"a": ["2026-11-02T00:00:00.000Z", "x"]},
    "setRead(old, 'a', null, NOW)": {"a": [None, "x"]},
    "setPart(old, 'a', 'x', NOW, NOW)": {"a": [DAYS[0], "x"]},
    "setPart(old, 'b', 'x', NOW, NOW)": {"a": [DAYS[0], "x"], "b": [None, ""]},
    "setRead(old, 'b', NOW, NOW)": {"a": [DAYS[0], "x"], "b": ["2026-11-24T10:00:00.000Z", ""]},
    "setNote(old, 'a', 'y')": {"a": [DAYS[0], "y"]},
    "setNote(old, 'b', 'y')": {"a": [DAYS[0], "x"], "b": [None, "y"]},
    "setPace(old, 7)": {"a": [DAYS[0], "x"]},
    "setKeys(old, false)": {"a": [DAYS[0], "x"]},
    "setTrack(old, 'weekend')": {"a": [DAYS[0], "x"]},
}


@pytest.mark.parametrize(("change", "papers"), CHANGES.items())
def test_a_change_gives_a_new_state(run: Run, change: str, papers: dict[str, Any]) -> None:
    """A change touches its own part, dates a tick, and leaves the state that it was given alone."""
    before, after, new = run(
        f"""const old = state(arg), before = serialize(old), changed = {change}
        return [before === serialize(old), plain(changed), changed !== old]""",
        {"a": entry(read=DAYS[0], note="x")},
    )
    assert before
    assert new
    assert {id: [paper["read"], paper["note"]] for id, paper in after["papers"].items()} == papers
    ticked = change[14] if "setRead" in change else ""
    for id, paper in after["papers"].items():
        before_any_tick = DAYS[0] if id == "a" else "1970-01-01T00:00:00.000Z"
        assert paper["changed"] == ("2026-11-24T10:00:00.000Z" if id == ticked else before_any_tick)
    assert after["pace"] == (7 if "Pace" in change else 3)
    assert after["keys"] is ("Keys" not in change)
    assert after["track"] == ("weekend" if "Track" in change else "")


# Taking back


TAKEN_BACK = {
    "a reset": ({"a": entry(read=DAYS[0])}, {}, {}, {"a": entry(read=DAYS[0])}),
    "an import": ({}, {"a": entry(read=DAYS[0])}, {"a": entry(read=DAYS[0])}, {}),
    "an import over one's own": (
        {"a": entry(DAYS[0])},
        {"a": entry(DAYS[1], DAYS[1])},
        {"a": entry(DAYS[1], DAYS[1])},
        {"a": entry(DAYS[0])},
    ),
    "with another ticked since": (
        {"a": entry(read=DAYS[0])},
        {},
        {"b": entry(DAYS[1], DAYS[1])},
        {"a": entry(read=DAYS[0]), "b": entry(DAYS[1], DAYS[1])},
    ),
    "with the same noted since": (
        {"a": entry(read=DAYS[0], note="old")},
        {},
        {"a": entry(note="new")},
        {"a": entry(read=DAYS[0], note="old\n---\nnew")},
    ),
    "an import, noted since": (
        {},
        {"a": entry(read=DAYS[0])},
        {"a": entry(read=DAYS[0], note="new")},
        {"a": entry(read=DAYS[0], note="new")},
    ),
}


@pytest.mark.parametrize(("before", "after", "now", "wanted"), TAKEN_BACK.values(), ids=TAKEN_BACK.keys())
def test_a_change_is_taken_back(run: Run, before: Any, after: Any, now: Any, wanted: Any) -> None:
    """What the change did is undone, and what was done since is not."""
    script = """const [before, after, now] = arg.map(papers => state(papers, {pace: 5}))
        return plain(takenBack({...now, pace: 1}, after, before))"""
    assert run(script, [before, after, now]) == progress(wanted, pace=1)


# Merging


MERGED = {
    "only mine": (entry(), None, entry()),
    "only theirs": (None, entry(), entry()),
    "newer mark": (entry(DAYS[0], DAYS[0]), entry(DAYS[1], DAYS[1]), entry(DAYS[1], DAYS[1])),
    "newer unmarked": (entry(DAYS[0], DAYS[0]), entry(DAYS[1]), entry(DAYS[1])),
    "older unmarked": (entry(DAYS[1], DAYS[1]), entry(DAYS[0]), entry(DAYS[1], DAYS[1])),
    "read at the same time": (entry(DAYS[0]), entry(DAYS[0], DAYS[0]), entry(DAYS[0], DAYS[0])),
    "two notes": (
        entry(DAYS[0], note="old"),
        entry(DAYS[1], note="new"),
        entry(DAYS[1], note="new\n---\nold"),
    ),
    "two notes, mine newer": (
        entry(DAYS[1], note="new"),
        entry(DAYS[0], note="the old"),
        entry(DAYS[1], note="new\n---\nthe old"),
    ),
    "the same note": (entry(DAYS[0], note="x"), entry(DAYS[1], note="x"), entry(DAYS[1], note="x")),
    "newer contains": (entry(DAYS[0], note="x"), entry(DAYS[1], note="x y"), entry(DAYS[1], note="x y")),
    "older contains": (entry(DAYS[0], note="x y"), entry(DAYS[1], note="y"), entry(DAYS[1], note="x y")),
    "newer without note": (
        entry(DAYS[0], note="x"),
        entry(DAYS[1], DAYS[1]),
        entry(DAYS[1], DAYS[1], "x"),
    ),
}


@pytest.mark.parametrize(("mine", "theirs", "both"), MERGED.values(), ids=MERGED.keys())
def test_two_states_become_one(run: Run, mine: Any, theirs: Any, both: Any) -> None:
    """Of a paper in both states the newer mark holds and no note is lost."""
    states = [{"a": paper} if paper else {} for paper in (mine, theirs)]
    script = "const [a, b] = arg.map(papers => state(papers)); return plain(merge(a, b)).papers.a"
    assert run(script, states) == both


GUIDES = {
    "one each": ({"x": mark(DAYS[0])}, {"y": mark(DAYS[1])}, {"x": mark(DAYS[0]), "y": mark(DAYS[1])}),
    "newer tick": ({"x": mark(DAYS[0], False)}, {"x": mark(DAYS[1])}, {"x": mark(DAYS[1])}),
    "newer untick": ({"x": mark(DAYS[1], False)}, {"x": mark(DAYS[0])}, {"x": mark(DAYS[1], False)}),
}


@pytest.mark.parametrize(("mine", "theirs", "both"), GUIDES.values(), ids=GUIDES.keys())
def test_two_guides_become_one(run: Run, mine: Any, theirs: Any, both: Any) -> None:
    """Line by line the newer mark holds, whichever of the two papers was ticked later, and either way round."""
    script = """const [a, b] = arg.map(a => state({a}))
        return [merge(a, b), merge(b, a)].map(one => plain(one).papers.a.guide)"""
    assert run(script, [entry(DAYS[1], guide=mine), entry(DAYS[0], guide=theirs)]) == [both, both]


def test_a_note_does_not_undo_a_tick_made_elsewhere(run: Run) -> None:
    """A paper ticked on one machine, and noted on another later on, is read and has its note."""
    script = """const here = setNote(empty(), "a", "Draw it."), there = setRead(empty(), "a", arg, arg)
        return [merge(here, there), merge(there, here)].map(both => plain(both).papers.a)"""
    assert run(script, DAYS[0]) == [entry(DAYS[0], DAYS[0], "Draw it.")] * 2


@pytest.mark.parametrize(("mine", "theirs", "both"), [("", "b", "b"), ("a", "b", "a"), ("a", "", "a")])
def test_a_track_comes_along_where_none_is_followed(run: Run, mine: str, theirs: str, both: str) -> None:
    """A merge brings the track that is followed elsewhere, and leaves the one that is followed here."""
    script = "return merge(...arg.map(track => state({}, {track}))).track"
    assert run(script, [mine, theirs]) == both


def test_taking_an_import_back_leaves_its_track(run: Run) -> None:
    """The track that an import brought goes with it, and one that was chosen since stays."""
    script = """const [before, after, since] = ["", "a", "b"].map(track => state({}, {track}))
        return [after, since].map(now => takenBack(now, after, before).track)"""
    assert run(script) == ["", "b"]


def test_pace_and_keys_stay_mine(run: Run) -> None:
    """A merge brings papers, not settings."""
    merged = run(
        "return plain(merge(state({a: arg}, {pace: 1, keys: false}), state({b: arg}, {pace: 9})))", entry()
    )
    assert merged == progress({"a": entry(), "b": entry()}, pace=1, keys=False)


def test_merging_does_not_depend_on_order_or_number(run: Run) -> None:
    """For every two of many states: merging is the same both ways, twice as once, and with itself nothing."""
    papers = [
        entry(changed, read, note)
        for changed in DAYS[:2]
        for read in (None, DAYS[2], DAYS[3])
        for note in ("", "x", "y", "x y", "y\n---\nx")
    ]
    broken = run(
        """const states = [state(), state({b: arg[0]}), ...arg.map(a => state({a}))], same = serialize
        const laws = {
            "changes neither": (a, b) => { const was = same(a) + same(b); merge(a, b); return same(a) + same(b) === was },
            "twice as once": (a, b) => same(merge(merge(a, b), b)) === same(merge(a, b)),
            "both ways": (a, b) => same(merge(a, b)) === same(merge(b, a)),
            "with itself": a => same(merge(a, a)) === same(a),
        }
        return states.flatMap(a => states.flatMap(b =>
            Object.keys(laws).filter(law => !laws[law](a, b)).map(law => law + same(a) + same(b))))""",
        papers,
    )
    assert broken == []


RENAMED = {
    "moved": ({"old": entry(note="x")}, {"new": entry(note="x")}),
    "joined": (
        {"new": entry(DAYS[1], note="y"), "old": entry(DAYS[0], DAYS[0], "x")},
        {"new": entry(DAYS[1], note="y\n---\nx")},
    ),
    "joined the other way": (
        {"old": entry(DAYS[1], DAYS[1]), "new": entry(DAYS[0], note="y")},
        {"new": entry(DAYS[1], DAYS[1], "y")},
    ),
    "three in one": (
        {"older": entry(DAYS[2], DAYS[2]), "old": entry(DAYS[1], note="x"), "new": entry(DAYS[0])},
        {"new": entry(DAYS[2], DAYS[2], "x")},
    ),
    "left the list": ({"gone": entry(note="x")}, {"gone": entry(note="x")}),
    "too long to join": (
        {"new": entry(note="x" * 15_000), "old": entry(note="y" * 15_000), "older": entry(DAYS[1], DAYS[1])},
        {"new": entry(DAYS[1], DAYS[1], "x" * 15_000), "old": entry(note="y" * 15_000)},
    ),
}


@pytest.mark.parametrize(("before", "after"), RENAMED.values(), ids=RENAMED.keys())
def test_former_ids_become_todays(run: Run, before: Any, after: Any) -> None:
    """A former id is merged into today's, any other stays, and no note is ever cut."""
    unchanged, got = run(
        """const given = state(arg), before = serialize(given)
        const got = renamed(given, new Map([["old", "new"], ["older", "new"]]))
        return [before === serialize(given), plain(parse(serialize(got))).papers]""",
        before,
    )
    assert got == after
    assert unchanged


# The store


def test_the_state_outlasts_the_page(page: Page) -> None:
    """What one visit marks the next one finds."""
    run_on(page, "opened(localStorage)[0].update(state => setNote(setRead(state, 'a', NOW, NOW), 'a', 'x'))")
    page.reload()
    kept, state = run_on(
        page, "const [store] = opened(localStorage); return [store.kept, plain(store.state)]"
    )
    assert kept == "kept"
    assert state == progress({"a": entry("2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.000Z", "x")})


def test_an_update_builds_on_what_is_stored_now(run: Run) -> None:
    """A change that another tab wrote unheard survives the next change here."""
    papers, told = run(
        """const [mine, told] = opened(localStorage), [theirs] = opened(localStorage)
        theirs.update(state => setRead(state, "theirs", NOW, NOW))
        mine.update(state => setRead(state, "mine", NOW, NOW))
        return [Object.keys(mine.state.papers).sort(), told]"""
    )
    assert papers == ["mine", "theirs"]
    assert told == ["kept"]


def test_two_tabs_agree(page: Page, host: str) -> None:
    """What one tab marks the other hears of, and each adds to it."""
    other = page.context.new_page()
    other.goto(host + "assets/reader/store.js")
    heard = "window.papers = () => Object.keys(store.state.papers).sort().join()"
    for tab in (page, other):
        run_on(
            tab, "const [store, told] = opened(localStorage); Object.assign(window, {store, told});" + heard
        )
    run_on(page, "store.update(state => setRead(state, 'a', NOW, NOW))")
    other.wait_for_function("papers() === 'a' && told.length === 1")
    run_on(other, "store.update(state => setRead(state, 'b', NOW, NOW))")
    page.wait_for_function("papers() === 'a,b' && told.length === 2")
    run_on(page, "localStorage.setItem('another', '1'); localStorage.clear()")
    other.wait_for_function("papers() === ''")
    assert other.evaluate("told.length") == 3  # the other key told nobody
    other.close()


def test_a_listener_can_leave(run: Run) -> None:
    """Whoever unsubscribes hears no more, and the others still do."""
    assert run(
        """const [store, told] = opened(localStorage), heard = []
        const leave = store.subscribe(() => heard.push(store.state.pace))
        store.update(state => setPace(state, 5))
        leave()
        store.update(state => setPace(state, 6))
        return [heard, told.length]"""
    ) == [[5], 2]


@pytest.mark.parametrize(("persisted", "pace"), [("true", 9), ("false", 3)])
def test_a_page_that_comes_back_looks_again(run: Run, persisted: str, pace: int) -> None:
    """A page that the back button brings back as it was shows what changed meanwhile."""
    script = f"""const [store, told] = opened(localStorage)
    localStorage[KEY] = serialize(state({{}}, {{pace: 9}}))
    back({persisted})
    return [store.state.pace, told.length]"""
    assert run(script) == [pace, int(pace == 9)]


def test_former_ids_never_stay_in_the_store(run: Run) -> None:
    """Former ids become today's when the store opens, and in whatever is merged into it."""
    script = """localStorage[KEY] = serialize(state({old: arg}))
    const [store] = opened(localStorage, {old: "new", older: "new"}), at = [Object.keys(store.state.papers)]
    store.update(mine => merge(mine, state({older: {...arg, note: "x"}, gone: arg})))
    return [...at, store.state.papers["new"].note, Object.keys(parse(localStorage[KEY]).papers).sort()]"""
    assert run(script, entry()) == [["new"], "x", ["gone", "new"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("setNote(state, 'a', 'x'.repeat(20001))", "note on a is longer"),
        ("setPace(state, NaN)", "pace should be"),
        ("setPace(state, 51)", "pace should be"),
        ("setRead(state, 'A', NOW, NOW)", "“A” is not the id"),
        ("setRead(state, 'a', 'today', NOW)", "When a was read should be a date"),
    ],
)
def test_what_could_not_be_read_back_is_not_stored(run: Run, change: str, words: str) -> None:
    """A change to a state that no file may hold is refused, and nothing changes."""
    message, pace, stored, told = run(
        f"""const [store, told] = opened(localStorage)
        store.update(state => setPace(state, 5))
        const before = localStorage[KEY]
        return [refusal(() => store.update(state => {change})), store.state.pace, before === localStorage[KEY], told]"""
    )
    assert words in message
    assert (pace, stored, told) == (5, True, ["kept"])


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("{storageArea: localStorage, key: KEY}", 1),
        ("{storageArea: localStorage, key: null}", 1),
        ("{storageArea: localStorage, key: DAMAGED}", 0),
        ("{storageArea: sessionStorage, key: KEY}", 0),
    ],
)
def test_only_its_own_storage_matters(run: Run, event: str, told: int) -> None:
    """Listeners hear when the stored state changed, and not when anything else did."""
    script = f"""const [store, told] = opened(localStorage)
    dispatchEvent(new StorageEvent("storage", {event}))
    return told.length"""
    assert run(script) == told


# Storage that fails


FAILING = {
    "none": ("null", ["refused", "refused"]),
    "no access": ("stub({getItem: fails('SecurityError')})", ["refused", "refused"]),
    "no writing": ("stub({setItem: fails('SecurityError')})", ["kept", "refused"]),
    "full": ("stub({setItem: fails('QuotaExceededError')})", ["kept", "full"]),
    "full in an older Firefox": ("stub({setItem: fails('NS_ERROR_DOM_QUOTA_REACHED')})", ["kept", "full"]),
}


@pytest.mark.parametrize(("storage", "kept"), FAILING.values(), ids=FAILING.keys())
def test_without_storage_the_state_lives_on_in_memory(run: Run, storage: str, kept: list[str]) -> None:
    """Where storage fails the changes of this visit still hold, `kept` says why, and listeners are told."""
    script = f"""const storage = {storage}
    storage?.items.set(KEY, arg)
    const [store, told] = opened(storage), first = store.kept
    store.update(state => setNote(state, "a", "x y"))
    store.update(state => setNote(state, "a", "x"))
    store.update(state => setRead(state, "b", NOW, NOW))
    return [first, told, store.state.papers.a.note, !!store.state.papers.b.read]"""
    # What was stored before does not bring back what was deleted since.
    assert run(script, one(note="x y")) == [kept[0], [kept[1]] * 3, "x", True]


def test_what_may_not_be_read_is_not_overwritten(run: Run) -> None:
    """Where storage cannot be read it is not written either, till it can; then both are merged."""
    script = """const storage = stub({getItem: fails("SecurityError")})
    storage.items.set(KEY, arg)
    const [store, told] = opened(storage)
    store.update(state => setRead(state, "b", NOW, NOW))
    const stored = storage.items.get(KEY) === arg
    storage.getItem = stub().getItem
    store.update(state => setPace(state, 5))
    return [stored, told, Object.keys(parse(storage.items.get(KEY)).papers)]"""
    assert run(script, json.dumps(progress({"a": entry()}))) == [True, ["refused", "kept"], ["a", "b"]]


def test_storage_that_works_again_is_told(run: Run) -> None:
    """Where storage could not be read and now can, the store takes it up and says that it keeps."""
    script = """const storage = stub(), {getItem} = storage
    storage.items.set(KEY, arg)
    storage.getItem = fails("SecurityError")
    const [store, told] = opened(storage), first = store.kept
    storage.getItem = getItem
    back()
    return [first, told, store.state.pace]"""
    assert run(script, changed(pace=9)) == ["refused", ["kept"], 9]


def test_a_full_storage_loses_nothing(run: Run) -> None:
    """In a browser that is really full, this tab's changes wait, and join another tab's once there is room."""
    script = """const [store, told] = opened(localStorage)
    store.update(state => setNote(state, "a", "before"))
    for (let size = 1 << 22; size; size >>= 1) try { localStorage["filler" + size] = "x".repeat(size) } catch {}
    const before = localStorage[KEY]
    store.update(state => setNote(state, "a", "y".repeat(2000)))
    const full = [before === localStorage[KEY], store.state.papers.a.note.length]
    for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key)
    localStorage[KEY] = serialize(setRead(parse(before), "b", NOW, NOW))
    dispatchEvent(new StorageEvent("storage", {storageArea: localStorage, key: KEY}))
    store.update(state => setRead(state, "c", NOW, NOW))
    return [...full, told, Object.keys(parse(localStorage[KEY]).papers), store.state.papers.a.note.length]"""
    # The older note is kept below the newer, as another tab touched what is stored.
    assert run(script) == [
        True,
        2000,
        ["kept", "full", "full", "kept"],
        ["a", "b", "c"],
        2000 + len("\n---\nbefore"),
    ]


# Damaged storage


@pytest.mark.parametrize("damaged", ["", "{", "null", changed(version=3), one(note=1)])
def test_a_damaged_text_is_set_aside(run: Run, damaged: str) -> None:
    """A stored text that does not parse is moved, not overwritten, and the store works on."""
    script = """localStorage[KEY] = arg
    const [store] = opened(localStorage)
    const first = [store.kept, plain(store.state), localStorage[DAMAGED], localStorage.getItem(KEY)]
    store.update(state => setPace(state, 5))
    return [...first, store.kept, parse(localStorage[KEY]).pace, localStorage[DAMAGED]]"""
    assert run(script, damaged) == ["kept", progress(), damaged, None, "kept", 5, damaged]


def test_a_second_damage_leaves_the_first_aside(run: Run) -> None:
    """What was set aside before stays, and what this tab knows is stored anew."""
    script = """const [store] = opened(localStorage)
    for (const text of ["one", "two"]) {
        localStorage[KEY] = text
        back()
        back()
        store.update(state => setRead(state, text, NOW, NOW))
    }
    return [localStorage[DAMAGED], Object.keys(parse(localStorage[KEY]).papers)]"""
    assert run(script) == ["one\ntwo", ["one", "two"]]


def test_a_damaged_text_that_cannot_be_moved_stays(run: Run) -> None:
    """Where there is no room to set the damaged text aside, it is not overwritten."""
    script = """const storage = stub({setItem: fails("QuotaExceededError")})
    storage.items.set(KEY, "{")
    const [store] = opened(storage), first = store.kept
    // Now there is room, but not for the damaged text.
    storage.setItem = (key, text) => key === DAMAGED ? fails("QuotaExceededError")() : storage.items.set(key, text)
    store.update(state => setPace(state, 5))
    return [first, store.kept, store.state.pace, storage.items.get(KEY)]"""
    assert run(script) == ["full", "full", 5, "{"]


# The plan

# a; b on a; c on a, b; d on e, which comes later; e; f on a, e and g, h, which come later; g; h
PLAN = {
    "papers": [
        {
            "id": id,
            "nickname": id.upper(),
            "minutes": 10,
            "prerequisites": [{"paper": p} for p in needs],
            "guide": [{"part": "One", "minutes": 7}, {"part": "Two", "minutes": 3}],
        }
        for id, needs in zip(
            ["constructor", *"bcdefgh"],
            [(), ("constructor",), ("b", "constructor"), "e", "", ("e", "h", "constructor", "g"), "", ""],
            strict=True,
        )
    ]
}
LATER = "its page tells what to know until then."


@pytest.mark.parametrize(
    ("read", "paper", "why"),
    [
        ("", "constructor", "It needs nothing that comes before it."),
        ("bc", "constructor", "It needs nothing that comes before it."),
        ("A", "b", "You have read what it builds on: CONSTRUCTOR."),
        ("Ab", "c", "You have read what it builds on: CONSTRUCTOR and B."),
        ("Abc", "d", f"It needs nothing that comes before it. E, which it uses, comes later; {LATER}"),
        ("Abce", "d", "You have read what it builds on: E."),
        ("Abcd", "e", "It needs nothing that comes before it."),
        (
            "Abcde",
            "f",
            f"You have read what it builds on: CONSTRUCTOR and E. G and H, which it also uses, come later; {LATER}",
        ),
        (
            "Abcdeh",
            "f",
            f"You have read what it builds on: CONSTRUCTOR, E and H. G, which it also uses, comes later; {LATER}",
        ),
        ("Abcdefgh", None, None),
    ],
)
def test_the_next_paper_is_told_with_why(run: Run, read: str, paper: str | None, why: str | None) -> None:
    """The first unread paper in the order comes next, with what it builds on and what comes later."""
    script = """const next = plan.next(arg.plan, state(arg.read))
    return next === null ? null : [next.paper.id, next.why]"""
    marked = {"constructor" if id == "A" else id: entry(read=DAYS[0]) for id in read}
    noted = {"zzz": entry(read=DAYS[0]), **({} if "A" in read else {"constructor": entry(note="x")})}
    assert run(script, {"plan": PLAN, "read": noted | marked}) == (paper and [paper, why])


UNMET = "the page of the tracks tells what to know."


@pytest.mark.parametrize(
    ("read", "paper", "why"),
    [
        ("", "f", f"CONSTRUCTOR, E, G and H, which it uses, you have not read; {UNMET}"),
        (
            "eg",
            "f",
            f"You have read what it builds on: E and G. CONSTRUCTOR and H, which it also uses, you have not read; {UNMET}",
        ),
        ("f", "e", "It needs nothing that comes before it."),
        ("fe", None, None),
    ],
)
def test_the_next_paper_of_a_track(run: Run, read: str, paper: str | None, why: str | None) -> None:
    """On a track its own order counts, and what it leaves out is told as not read."""
    script = """const way = ["f", "e"].map(id => arg.plan.papers.find(paper => paper.id === id))
    const next = plan.next(arg.plan, state(arg.read), way)
    return next === null ? null : [next.paper.id, next.why]"""
    marked = {id: entry(read=DAYS[0]) for id in read}
    assert run(script, {"plan": PLAN, "read": marked}) == (paper and [paper, why])


@pytest.mark.parametrize(
    ("papers", "told"),
    [
        ({}, [0, 8, 0, 80]),
        ({"b": entry(), "c": entry(read=DAYS[0])}, [1, 8, 10, 70]),
        ({"b": entry(guide={"One": mark(DAYS[0])})}, [0, 8, 7, 73]),
        ({"b": entry(read=DAYS[0], guide={"One": mark(DAYS[0])})}, [1, 8, 10, 70]),
        ({"b": entry(guide={"One": mark(DAYS[0], False), "Gone": mark(DAYS[0])})}, [0, 8, 0, 80]),
        ({id: entry(read=DAYS[0]) for id in ("constructor", *"bcdefgh", "gone")}, [8, 8, 80, 0]),
    ],
)
def test_progress_counts_the_papers_of_the_list(run: Run, papers: Any, told: list[int]) -> None:
    """Read and total papers and minutes are those of the list, whatever else the state holds."""
    script = "return plan.progress(arg.plan, state(arg.papers))"
    names = ["read", "total", "minutesRead", "minutesLeft"]
    assert run(script, {"plan": PLAN, "papers": papers}) == dict(zip(names, told, strict=True))


@pytest.mark.parametrize(
    ("papers", "on"),
    [
        ({}, None),
        ({"b": entry(guide={"Two": mark(DAYS[0])})}, ["b", "One"]),
        ({"b": entry(guide={"One": mark(DAYS[0])}), "c": entry(guide={"One": mark(DAYS[1])})}, ["c", "Two"]),
        ({"b": entry(guide={"One": mark(DAYS[0]), "Two": mark(DAYS[0])})}, None),
        ({"b": entry(read=DAYS[0], guide={"One": mark(DAYS[0])})}, None),
        ({"b": entry(guide={"One": mark(DAYS[0], False)})}, None),
        ({"gone": entry(guide={"One": mark(DAYS[0])})}, None),
    ],
)
def test_where_to_go_on(run: Run, papers: Any, on: Any) -> None:
    """In the unread paper whose guide was ticked last, its first line that is left; nowhere if none is begun."""
    script = """const on = plan.going(arg.plan.papers, state(arg.papers))
    return on && [on.paper.id, on.line.part]"""
    assert run(script, {"plan": PLAN, "papers": papers}) == on


@pytest.mark.parametrize(
    ("left", "pace", "day"),
    [
        (0, 3, None),
        (1, 7, "2026-11-25"),
        (3, 3, "2026-12-01"),
        (1, 3, "2026-11-27"),
        (18, 3, "2027-01-05"),
        (1, 0.25, "2026-12-22"),
        (1, 50, "2026-11-25"),
    ],
)
def test_the_end_is_a_day(run: Run, left: int, pace: float, day: str | None) -> None:
    """The papers left at the pace give a day, a part of a day counting whole, and none where all are read."""
    script = """const today = new Date("2026-11-24T23:30:00")
    const end = plan.finish(arg[0], arg[1], today), two = part => String(part).padStart(2, "0")
    if (today.getDate() !== 24) return "today has changed"
    return end && [end.getFullYear(), two(end.getMonth() + 1), two(end.getDate())].join("-")"""
    assert run(script, [left, pace]) == day


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 h"),
        (75, "1 h 15 min"),
        (120, "2 h"),
        (149, "2 h 29 min"),
        (150, "3 h"),
        (700, "12 h"),
    ],
)
def test_times_are_told_shortly(run: Run, minutes: int, words: str) -> None:
    """A short time is told to the minute, from two and a half hours in whole hours."""
    assert run("return plan.hours(arg)", minutes).replace("\u00a0", " ") == words
