"""The step that packs a release, run as GitHub runs it."""

from __future__ import annotations

import json
import re
import shutil
import sysconfig

from project import ROOT
from workflows import Runner


def packed(runner: Runner, *names: str) -> None:
    """Runs the step that packs a release, of books with these names."""
    for folder in ("site", "release"):
        (runner.folder / folder).mkdir(exist_ok=True)
    (runner.folder / "site/index.html").write_text("page")
    for name in names:
        (runner.folder / "release" / name).write_text(name)
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, runner.folder)
    tool = f"{sysconfig.get_path('scripts')}/cyclonedx-py"
    runner.program(".venv/bin/cyclonedx-py", f'#!/bin/sh\nexec "{tool}" "$@"\n')
    runner.program("git", "#!/bin/sh\necho 1767323045\n")
    done = runner.run("release.yml", "pack")
    assert done.returncode == 0, done.stderr


def test_a_release_says_what_it_is_made_of(runner: Runner) -> None:
    """Its bill of materials names every package of the site's lock with its hashes, and no run of its own."""
    packed(runner, "reading-list.epub", "notes.md")
    text = (runner.folder / "release/sbom.cdx.json").read_text("utf-8")
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "annotated-reading-list",
    )
    pins = dict(
        re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    )
    assert {part["name"]: part["version"] for part in bill["components"]} == pins
    assert all(part["externalReferences"][0]["hashes"] for part in bill["components"])
    assert "serialNumber" not in bill and "timestamp" not in bill["metadata"]


def test_a_release_is_the_same_bytes_and_can_be_checked(runner: Runner) -> None:
    """Everything in it but the notes has a checksum, and made again it has the same."""
    sums = []
    for _ in range(2):
        packed(runner, "reading-list.epub", "reading-list.pdf", "notes.md")
        (runner.folder / "site/index.html").touch()
        sums.append((runner.folder / "release/SHA256SUMS").read_text())
    assert sums[0] == sums[1]
    assert [line.split()[1] for line in sums[0].splitlines()] == [
        *("reading-list.epub", "reading-list.pdf", "site.tar.gz", "sbom.cdx.json")
    ]
