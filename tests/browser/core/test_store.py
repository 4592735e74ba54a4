"""The store of a reader's state: tabs, storage that fails, and damaged texts."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page
from reader_state import Run, changed, entry, one, progress, run_on


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
    papers, said = run(
        """const [mine, said] = opened(localStorage), [theirs] = opened(localStorage)
        theirs.update(state => setRead(state, "theirs", NOW, NOW))
        mine.update(state => setRead(state, "mine", NOW, NOW))
        return [Object.keys(mine.state.papers).sort(), said]"""
    )
    assert papers == ["mine", "theirs"]
    assert said == ["kept"]


def test_two_tabs_agree(page: Page, host: str) -> None:
    """What one tab marks the other hears of, and each adds to it."""
    other = page.context.new_page()
    other.goto(host + "assets/reader/store.js")
    heard = "window.papers = () => Object.keys(store.state.papers).sort().join()"
    for tab in (page, other):
        run_on(
            tab, "const [store, said] = opened(localStorage); Object.assign(window, {store, said});" + heard
        )
    run_on(page, "store.update(state => setRead(state, 'a', NOW, NOW))")
    other.wait_for_function("papers() === 'a' && said.length === 1")
    run_on(other, "store.update(state => setRead(state, 'b', NOW, NOW))")
    page.wait_for_function("papers() === 'a,b' && said.length === 2")
    run_on(page, "localStorage.setItem('another', '1'); localStorage.clear()")
    other.wait_for_function("papers() === ''")
    assert other.evaluate("said.length") == 3  # nobody heard of the other key
    other.close()


def test_a_listener_can_leave(run: Run) -> None:
    """Whoever unsubscribes hears no more, and the others still do."""
    assert run(
        """const [store, said] = opened(localStorage), heard = []
        const leave = store.subscribe(() => heard.push(store.state.pace))
        store.update(state => setPace(state, 5))
        leave()
        store.update(state => setPace(state, 6))
        return [heard, said.length]"""
    ) == [[5], 2]


@pytest.mark.parametrize(("persisted", "pace"), [("true", 9), ("false", 3)])
def test_a_page_that_comes_back_looks_again(run: Run, persisted: str, pace: int) -> None:
    """A page that the back button brings back as it was shows what changed meanwhile."""
    script = f"""const [store, said] = opened(localStorage)
    localStorage[KEY] = serialize(state({{}}, {{pace: 9}}))
    back({persisted})
    return [store.state.pace, said.length]"""
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
    message, pace, stored, said = run(
        f"""const [store, said] = opened(localStorage)
        store.update(state => setPace(state, 5))
        const before = localStorage[KEY]
        return [refusal(() => store.update(state => {change})), store.state.pace, before === localStorage[KEY], said]"""
    )
    assert words in message
    assert (pace, stored, said) == (5, True, ["kept"])


@pytest.mark.parametrize(
    ("event", "heard"),
    [
        ("{storageArea: localStorage, key: KEY}", 1),
        ("{storageArea: localStorage, key: null}", 1),
        ("{storageArea: localStorage, key: DAMAGED}", 0),
        ("{storageArea: sessionStorage, key: KEY}", 0),
    ],
)
def test_only_its_own_storage_matters(run: Run, event: str, heard: int) -> None:
    """Listeners hear when the stored state changed, and not when anything else did."""
    script = f"""const [store, said] = opened(localStorage)
    dispatchEvent(new StorageEvent("storage", {event}))
    return said.length"""
    assert run(script) == heard


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
    """Where storage fails the changes of this visit still hold, `kept` says why, and listeners are reported."""
    script = f"""const storage = {storage}
    storage?.items.set(KEY, arg)
    const [store, said] = opened(storage), first = store.kept
    store.update(state => setNote(state, "a", "x y"))
    store.update(state => setNote(state, "a", "x"))
    store.update(state => setRead(state, "b", NOW, NOW))
    return [first, said, store.state.papers.a.note, !!store.state.papers.b.read]"""
    # What was stored before does not bring back what was deleted since.
    assert run(script, one(note="x y")) == [kept[0], [kept[1]] * 3, "x", True]


def test_what_may_not_be_read_is_not_overwritten(run: Run) -> None:
    """Where storage cannot be read it is not written either, till it can; then both are merged."""
    script = """const storage = stub({getItem: fails("SecurityError")})
    storage.items.set(KEY, arg)
    const [store, said] = opened(storage)
    store.update(state => setRead(state, "b", NOW, NOW))
    const stored = storage.items.get(KEY) === arg
    storage.getItem = stub().getItem
    store.update(state => setPace(state, 5))
    return [stored, said, Object.keys(parse(storage.items.get(KEY)).papers)]"""
    assert run(script, json.dumps(progress({"a": entry()}))) == [True, ["refused", "kept"], ["a", "b"]]


def test_storage_that_works_again_is_reported(run: Run) -> None:
    """Where storage could not be read and now can, the store takes it up and says that it keeps."""
    script = """const storage = stub(), {getItem} = storage
    storage.items.set(KEY, arg)
    storage.getItem = fails("SecurityError")
    const [store, said] = opened(storage), first = store.kept
    storage.getItem = getItem
    back()
    return [first, said, store.state.pace]"""
    assert run(script, changed(pace=9)) == ["refused", ["kept"], 9]


def test_a_full_storage_loses_nothing(run: Run) -> None:
    """In a browser that is really full, this tab's changes wait, and join another tab's once there is room."""
    script = """const [store, said] = opened(localStorage)
    store.update(state => setNote(state, "a", "before"))
    for (let size = 1 << 22; size; size >>= 1) try { localStorage["filler" + size] = "x".repeat(size) } catch {}
    const before = localStorage[KEY]
    store.update(state => setNote(state, "a", "y".repeat(2000)))
    const full = [before === localStorage[KEY], store.state.papers.a.note.length]
    for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key)
    localStorage[KEY] = serialize(setRead(parse(before), "b", NOW, NOW))
    dispatchEvent(new StorageEvent("storage", {storageArea: localStorage, key: KEY}))
    store.update(state => setRead(state, "c", NOW, NOW))
    return [...full, said, Object.keys(parse(localStorage[KEY]).papers), store.state.papers.a.note.length]"""
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
