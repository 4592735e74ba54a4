"""The two locks pin what pyproject.toml asks for, all of it and nothing else. Needs no network."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
SMALL, LARGE = "requirements.txt", "requirements-test.txt"
GROUPS = {SMALL: ["build"], LARGE: ["build", "dev"]}
REMEDY = "run scripts/lock"

both_locks = pytest.mark.parametrize("lock", [SMALL, LARGE])


@dataclass(frozen=True)
class Pin:
    version: str
    requirement: Requirement
    hashes: frozenset[str]

    def applies(self) -> bool:
        """Whether this platform and Python install it."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def entries(lock: str) -> list[str]:
    """The lock without comments, each pin with its hashes in one line."""
    lines = [
        line for line in (ROOT / lock).read_text("utf-8").splitlines() if not line.lstrip().startswith("#")
    ]
    return [entry for entry in "\n".join(lines).replace("\\\n", " ").splitlines() if entry.strip()]


def pins(lock: str) -> dict[str, Pin]:
    """The pins of the lock by the normalised name; of several for one package, that for this platform."""
    found: dict[str, Pin] = {}
    for entry in entries(lock):
        if entry.startswith("-"):
            continue
        text, *hashes = entry.split("--hash=")
        requirement = Requirement(text)
        version = str(requirement.specifier).removeprefix("==")
        pin = Pin(version, requirement, frozenset(h.strip() for h in hashes))
        if name_of(requirement) not in found or pin.applies():
            found[name_of(requirement)] = pin
    return found


def asked_for(lock: str) -> list[Requirement]:
    """What pyproject.toml names for this lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [project["dependency-groups"][group] for group in GROUPS[lock]]
    return [Requirement(text) for texts in [project["project"]["dependencies"], *groups] for text in texts]


def name_of(requirement: Requirement) -> str:
    """The name in the spelling by which packages are compared."""
    return canonicalize_name(requirement.name)


def applies(requirement: Requirement, extras: Iterable[str] = ()) -> bool:
    """Whether this platform needs it, for a package that was asked for with these extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ["", *extras])


def needs_of(name: str) -> list[Requirement]:
    """What an installed package says that it needs."""
    try:
        return [Requirement(text) for text in metadata.requires(name) or []]
    except metadata.PackageNotFoundError:
        pytest.fail(f"{name} is needed but not installed: {REMEDY}, then scripts/test")


def closure(lock: str) -> Iterator[tuple[str, Requirement]]:
    """Everything needed on this platform, directly or not, each with the name of what needs it."""
    waiting = [("pyproject.toml", requirement) for requirement in asked_for(lock) if applies(requirement)]
    seen = set()
    while waiting:
        source, requirement = waiting.pop()
        yield source, requirement
        key = (name_of(requirement), frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            needs = needs_of(requirement.name)
            waiting += [(requirement.name, need) for need in needs if applies(need, requirement.extras)]


def mismatch(source: str, requirement: Requirement, pinned: dict[str, Pin]) -> str | None:
    """Why the lock does not give what is required, if it does not."""
    pin = pinned.get(name_of(requirement))
    if pin is None:
        return f"{source} needs {requirement}, which is not pinned"
    if not requirement.specifier.contains(pin.version, prereleases=True):
        return f"{source} needs {requirement}, but {pin.version} is pinned"
    if applies(requirement) and not pin.applies():
        return f"{source} needs {requirement} here, but the pin is for other platforms: {pin.requirement}"
    return None


@both_locks
def test_every_dependency_of_pyproject_is_pinned_inside_its_range(lock: str) -> None:
    """Each dependency that pyproject.toml names, for any platform, is pinned at a version that it allows."""
    pinned = pins(lock)
    wrong = [text for need in asked_for(lock) if (text := mismatch("pyproject.toml", need, pinned))]
    assert not wrong, f"{lock}: {'; '.join(wrong)}: {REMEDY}"


@both_locks
def test_everything_needed_indirectly_is_pinned_too(lock: str) -> None:
    """What the installed packages need in turn is pinned at versions that they all accept."""
    pinned = pins(lock)
    wrong = sorted({text for source, need in closure(lock) if (text := mismatch(source, need, pinned))})
    assert not wrong, f"{lock}: {'; '.join(wrong)}: {REMEDY}"


@both_locks
def test_nothing_is_pinned_that_nothing_needs(lock: str) -> None:
    """Each pin is needed here or, where its marker excludes this platform, named by something that is."""
    needed = {name_of(requirement) for _, requirement in closure(lock)}
    named = needed | {name_of(need) for name in needed for need in needs_of(name)}
    named |= {name_of(requirement) for requirement in asked_for(lock)}
    superfluous = [
        name for name, pin in pins(lock).items() if name not in (needed if pin.applies() else named)
    ]
    assert not superfluous, f"{lock}: nothing needs {', '.join(superfluous)}: {REMEDY}"


@both_locks
def test_every_entry_is_one_exact_version_with_hashes(lock: str) -> None:
    """Each entry names one version and at least one SHA-256, so that no other file can be installed."""
    wrong = []
    for entry in entries(lock):
        if not re.fullmatch(r"[\w.-]+==[\w.+!]+ *(;[^-]*?)?( *--hash=sha256:[0-9a-f]{64})+ *", entry):
            wrong.append(entry.split("--hash")[0].strip())
    assert not wrong, f"{lock}: not one version with hashes: {'; '.join(wrong)}: {REMEDY}"


@both_locks
def test_no_address_or_local_path_is_in_a_lock(lock: str) -> None:
    """A lock names no server and no folder, as whoever installs from it chooses where packages come from."""
    text = (ROOT / lock).read_text("utf-8")
    lines = [
        line for line in text.splitlines() if re.search(r"://|(^|[\s=(])(~?/|-i\b|--(?!hash=))|\s@\s", line)
    ]
    assert not lines, f"{lock}: an address, a path or an option: {'; '.join(lines)}: {REMEDY}"


def test_both_locks_agree() -> None:
    """What requirements.txt pins, requirements-test.txt pins too, with the same version and hashes."""
    large = pins(LARGE)
    differing = [
        name
        for name, pin in pins(SMALL).items()
        if name not in large or (pin.version, pin.hashes) != (large[name].version, large[name].hashes)
    ]
    assert not differing, f"the locks differ in {', '.join(differing)}: {REMEDY}"
