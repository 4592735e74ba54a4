"""Modules as they are published: what one loads at once is in one file with it, what it loads later apart.

A module may `import { a, b as c } from "./other.js"`, `export` a function, a class or a constant where it
declares it, and `import("./other.js")` what it may need later. Each becomes a function of its own within the
file, so that its names stay its own. What the first file has, the later ones take from there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from readinglist.problems import Failure, quoted

_IMPORT = re.compile(r"""\bimport\{([^}]*)\}from["'](\.[^"']+)["'];""")
_EXPORT = re.compile(r"\bexport (?=((?:async )?function\*?|class|const) ?([\w$]+))")
_LATER = re.compile(r"""\bimport\((["'`])(\.[^"'`$]+)([^"'`]*)\1\)""")
_OTHER = re.compile(r"(?:^|(?<=[;}\n]))(?:import(?=[^\w$(.])|export(?=[^\w$]))")


def bundled(modules: Mapping[str, str], entry: str) -> dict[str, str]:
    """The files to publish, by their paths from the folder of the modules.

    `modules` are minified. Raises `Failure` where one is written in a way that is not described above, or
    names another that is not there.
    """
    files = {}
    shared = list(_order(modules, entry))
    waiting, seen = [entry], {entry}
    while waiting:
        first = waiting.pop()
        parts = shared if first == entry else [one for one in _order(modules, first) if one not in shared]
        files[first] = _file(modules, first, parts, entry)
        for later in [found for one in parts for found in _later(modules, one)]:
            if later not in seen and later not in shared:
                seen.add(later)
                waiting.append(later)
    return files


def nested(text: str) -> str:
    """The line of the first template that has another in it, which the minifier would spoil; or nothing.

    What merely looks like one may be taken for one.
    """
    for begin in re.finditer(r"\$\{", text):
        depth, at = 1, begin.end()
        while depth and at < len(text):
            if text[at] == "`":
                return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
    return ""


def _order(modules: Mapping[str, str], module: str, within: tuple[str, ...] = ()) -> Iterator[str]:
    """All that a module needs at once, each after what it needs itself, and the module last."""
    if module in within:
        raise Failure(f"{' imports '.join(map(quoted, (*within, module)))}: take one of these imports out.")
    if module not in modules:
        raise Failure(f"{quoted(within[-1])} imports {quoted(module)}, which is not there.")
    found: dict[str, None] = {}
    for _, address in _IMPORT.findall(modules[module]):
        found |= dict.fromkeys(_order(modules, _at(module, address), (*within, module)))
    yield from (*found, module)


def _later(modules: Mapping[str, str], module: str) -> Iterator[str]:
    """What a module loads when it is needed; of a folder, all that is in it."""
    for _, address, rest in _LATER.findall(modules[module]):
        at = _at(module, address)
        found = [one for one in modules if one.startswith(f"{at}/")] if rest else [at]
        if not rest and at not in modules:
            raise Failure(f"{quoted(module)} imports {quoted(at)}, which is not there.")
        yield from found


def _file(modules: Mapping[str, str], first: str, parts: list[str], entry: str) -> str:
    """One file: its modules in order, the first one open, as its names are what others ask for."""
    inner = [_closed(modules[one], one, first) for one in parts if one != first]
    taken = (
        "" if first == entry else _taken(modules, parts, posixpath.relpath(entry, posixpath.dirname(first)))
    )
    if first != entry:
        return taken + "".join(inner) + _imports(modules[first], first)
    given = ",".join(map(_name, parts[:-1]))
    # Not awaited: what is loaded later takes from this file, which has to be done by then.
    body = f"(async()=>{{{_imports(modules[first], first)}}})();"
    return "".join(inner) + body + (f"export{{{given}}};" if given else "")


def _taken(modules: Mapping[str, str], parts: list[str], entry: str) -> str:
    """The import of what the first file has."""
    asked = {_at(one, address) for one in parts for _, address in _IMPORT.findall(modules[one])}
    names = ",".join(sorted(map(_name, asked.difference(parts))))
    return f'import{{{names}}}from"{entry if entry.startswith(".") else f"./{entry}"}";' if names else ""


def _closed(text: str, module: str, first: str) -> str:
    """A module as a constant that holds what it exports."""
    if posixpath.dirname(module) != posixpath.dirname(first) and (
        _LATER.search(text) or "import.meta" in text
    ):
        raise Failure(f"{quoted(module)} loads by its own address, and is published with {quoted(first)}.")
    names = ",".join(name for _, name in _EXPORT.findall(text))
    body = _EXPORT.sub("", _imports(text, module))
    return f"const {_name(module)}=(()=>{{{body};return{{{names}}}}})();"


def _imports(text: str, module: str) -> str:
    """A module's text with constants in the place of its imports."""

    def taken(found: re.Match[str]) -> str:
        names = re.sub(r"\b([\w$]+) as ([\w$]+)", r"\1:\2", found[1])
        return f"const{{{names}}}={_name(_at(module, found[2]))};"

    changed = _IMPORT.sub(taken, text)
    if other := _OTHER.search(_EXPORT.sub("", changed)):
        shown = quoted(changed[other.start() : other.start() + 40])
        raise Failure(f"{quoted(module)} has {shown}, which cannot be published in one file with others.")
    return changed


def _at(module: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(module), address))


def _name(module: str) -> str:
    return "$" + re.sub(r"\W", "_", module.removesuffix(".js"))
