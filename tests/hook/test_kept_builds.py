"""Builds that keep what they rendered, through random edits: each gives what a build from nothing gives."""

from __future__ import annotations

import copy
import logging
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mkdocs_progress
import pytest
import sample
from builders import source
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from project import ROOT

Chance = random.Random


@dataclass
class Edited:
    """The sample as a project that is edited, and whose builds keep what they rendered."""

    folder: Path
    papers: list[dict[str, Any]] = field(default_factory=lambda: copy.deepcopy(sample.PAPERS))
    head: dict[str, Any] = field(default_factory=lambda: copy.deepcopy(sample.HEAD))

    def build(self) -> dict[Path, bytes]:
        """Every file of the site as it is built now; ends with what is wrong as a `PluginError` or `Abort`."""
        (self.folder / "papers.yaml").write_bytes(source(*self.papers, **self.head))
        site = self.folder / "site"
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        build.build(config)
        return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def build_from_nothing(self) -> dict[Path, bytes]:
        """The same without anything that was kept, which stays."""
        cache, away = self.folder / ".cache", self.folder / ".away"
        cache.rename(away)
        try:
            return self.build()
        finally:
            shutil.rmtree(cache)
            away.rename(cache)

    def entries(self) -> list[Path]:
        """What was kept."""
        return sorted(path for path in (self.folder / ".cache").glob("*/*/*") if path.name != "of")

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces the first text that a pattern fits in a file."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert re.search(old, text), (name, old)
        file.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


@pytest.fixture
def edited(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Edited]:
    """The sample, with MkDocs at its usual level and this project's hook."""
    caplog.set_level(logging.INFO, "mkdocs")
    project = Edited(sample.project(tmp_path))
    project.change("mkdocs.yml", "hooks/mkdocs_hook.py", str(ROOT / "hooks/mkdocs_hook.py"))
    yield project


def a_text(project: Edited, chance: Chance) -> None:
    """An annotation, which only one page shows whole."""
    chance.choice(project.papers)["annotation"] = f"It says {chance.random()}. " * 3


def a_name(project: Edited, chance: Chance) -> None:
    """A nickname, which is in every sidebar."""
    chance.choice(project.papers)["nickname"] = f"Name {chance.randrange(1000)}"


def the_title(project: Edited, chance: Chance) -> None:
    """The title of the list, which is on every page."""
    project.head["title"] = f"Title {chance.randrange(1000)}"


def the_language(project: Edited, chance: Chance) -> None:
    """The language of the list, which the theme's own words follow."""
    project.head["language"] = chance.choice(["en", "de", "fr"])


def the_order(project: Edited, chance: Chance) -> None:
    """The last two papers in the other order, which no prerequisite minds."""
    project.papers[-2:] = reversed(project.papers[-2:])


def a_deletion(project: Edited, chance: Chance) -> None:
    """The last paper but one goes, or comes back."""
    ids = {paper["id"] for paper in project.papers}
    if "two-walkers" in ids:
        project.papers = [paper for paper in project.papers if paper["id"] != "two-walkers"]
    else:
        project.papers.append(copy.deepcopy(sample.PAPERS[6]))


def a_rename(project: Edited, chance: Chance) -> None:
    """A paper gets another id, and with it another address."""
    paper = next(paper for paper in project.papers if paper["title"] == "Hedges That Grow")
    paper["aliases"] = [*paper.get("aliases", []), paper["id"]][-3:]
    paper["id"] = f"hedges-{chance.randrange(10**6)}"


def some_prose(project: Edited, chance: Chance) -> None:
    """A page by hand is written anew."""
    (project.folder / "docs/about.md").write_text(f"Words {chance.random()}.\n\n## The order\n\nMore.\n")


def no_prose(project: Edited, chance: Chance) -> None:
    """Notes of a paper go, or come back."""
    notes = project.folder / "docs/papers/chalk.md"
    if notes.exists():
        notes.unlink()
    else:
        notes.write_text(sample.PROSE["papers/chalk.md"], encoding="utf-8")


def a_template(project: Edited, chance: Chance) -> None:
    """A template of the theme says something else."""
    name = chance.choice(["nav", "contents"])
    project.change(f"docs/overrides/partials/{name}.html", "<(ul|details)", rf'<\1 title="{chance.random()}"')


def an_option(project: Edited, chance: Chance) -> None:
    """An option of the theme, of an extension or of the site."""
    edits = [
        ("    - toc.follow\n", "    - toc.follow\n    - navigation.top\n"),
        ("primary: custom", f"primary: {chance.choice(['teal', 'red'])}"),
        ("Link to this section", f"Link {chance.randrange(100)}"),
        ("Code: MIT", f"Code: MIT {chance.randrange(100)}"),
        ("Switch to dark", f"Dark {chance.randrange(100)}"),
    ]
    old, new = chance.choice(edits)
    text = (project.folder / "mkdocs.yml").read_text()
    (project.folder / "mkdocs.yml").write_text(text.replace(old, new, 1))


def a_mistake(project: Edited, chance: Chance) -> None:
    """A build ends at a mistake before it begins, and another at a page that may not be; both are taken back."""
    paper, template = chance.choice(project.papers), "docs/overrides/partials/content.html"
    minutes, paper["minutes"] = paper["minutes"], 61
    with pytest.raises(Abort):
        project.build()
    paper["minutes"] = minutes
    project.change(template, r"\Z", "<i onclick='x'></i>")
    with pytest.raises(Abort):
        project.build()
    project.change(template, "<i onclick.*</i>", "")


def damage(project: Edited, chance: Chance) -> None:
    """Much of what was kept is cut, changed, exchanged or gone."""
    for file in project.entries():
        if chance.random() < 0.5:
            sound = file.read_bytes()
            at = chance.randrange(len(sound))
            changed = sound[:at] + bytes([sound[at] ^ (1 << chance.randrange(8))]) + sound[at + 1 :]
            other = chance.choice(project.entries()).read_bytes()
            file.write_bytes(chance.choice([b"", sound[:at], changed, other, sound + b" "]))


def an_interruption(project: Edited, chance: Chance) -> None:
    """A build is stopped at some page."""
    left = chance.randrange(20)

    def stop(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise SystemExit("stopped")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mkdocs_progress.Progress, "step", stop)
        with pytest.raises(SystemExit, match="stopped"):
            project.build()


EDITS: list[Callable[[Edited, Chance], None]] = [
    *(a_text, a_name, the_title, the_language, the_order, a_deletion, a_rename, some_prose, no_prose),
    *(a_template, an_option, a_mistake, damage, an_interruption),
]


@pytest.mark.parametrize("seed", range(int(os.environ.get("SEEDS", "1"))))
def test_a_build_gives_what_one_from_nothing_gives(edited: Edited, seed: int) -> None:
    """Through many edits, in an order of chance, every byte is as if nothing had been kept.

    After each there is a build that keeps, and after every third one from nothing, which takes longest. SEEDS=9
    tries nine orders.
    """
    chance = random.Random(seed)
    edited.build()
    done = []
    for number, edit in enumerate(chance.sample(EDITS, len(EDITS)), 1):
        edit(edited, chance)
        done.append(edit.__name__)
        warm = edited.build()
        if number % 3 and number < len(EDITS):
            continue
        cold = edited.build_from_nothing()
        differing = [path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)]
        assert not differing, done


def test_a_build_of_the_same_renders_nothing(edited: Edited) -> None:
    """What is in the store is taken from there, and an edit of one text renders one page."""

    def kept() -> dict[str, int]:
        return {file.name: file.stat().st_mtime_ns for file in edited.entries()}

    edited.build()
    first = kept()
    edited.build()
    assert kept().items() <= first.items()  # without templates that only a page to be rendered needs
    edited.papers[1]["why_here"] = "For another reason."
    edited.build()
    new = [file for file in edited.entries() if file.name not in first]
    texts = [file.read_bytes().partition(b"\n")[2] for file in new]
    assert len([text for text in texts if text.startswith(b'{"content"') and b"another reason" in text]) == 1
    assert 1 <= len([text for text in texts if b"another reason" in text and b"<!doctype" in text]) <= 2
    assert len([text for text in texts if text.startswith(b'{"content"')]) <= 2
