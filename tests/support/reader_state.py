"""Scripts on the reader's modules in a page, and the states that they are given."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page

Run = Callable[..., Any]

# Helpers of every script below. A stub plays a storage that fails; `opened` is a Store with what it said.
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
    const store = new Store(storage, new Map(Object.entries(aliases))), said = []
    store.subscribe(() => said.push(store.kept))
    return [store, said]
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


def changed(**more: Any) -> str:
    """A file that is sound but for what is given."""
    return json.dumps(progress(**more))


def one(**more: Any) -> str:
    """A file with one paper, sound but for what is given."""
    return json.dumps(progress({"a": entry() | more}))
