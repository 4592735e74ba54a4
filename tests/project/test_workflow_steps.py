"""The steps of the workflows that hold logic, run as GitHub runs them."""

from __future__ import annotations

import subprocess

import pytest
from workflows import GITHUB, Runner, parsed

TITLE = "The catalogue differs from arXiv"
COMPARISONS = [
    ("exit 0", 0, "status=0\n"),
    ("echo a title differs; exit 1", 0, "status=1\n"),
    ("echo arXiv is out of reach >&2; exit 2", 2, ""),
    ("echo Traceback >&2; exit 1", 3, ""),
]


@pytest.mark.parametrize(("script", "status", "output"), COMPARISONS)
def test_a_comparison_that_did_not_come_off_fails(
    runner: Runner, script: str, status: int, output: str
) -> None:
    """That nothing differs, and that something does, both go on; arXiv out of reach or a crash ends the job."""
    runner.program("scripts/sync_arxiv.py", f"#!/bin/sh\n{script}\n")
    assert runner.run("sync.yml", "compare").returncode == status
    assert runner.said("output") == output


def issue(number: int, state: str, title: str = TITLE, label: str = "arxiv") -> dict[str, object]:
    """An issue as `gh` knows it."""
    return {"number": number, "state": state, "title": title, "labels": [label]}


OTHERS = [issue(9, "OPEN", title=f"{TITLE}, I think"), issue(8, "OPEN", label="question")]
REPORTS = [
    ("1", [], "label create arxiv\nissue create --title\n"),
    ("1", [issue(7, "OPEN")], "issue edit 7\n"),
    ("1", [issue(7, "CLOSED")], "issue edit 7\nissue reopen 7\n"),
    ("1", [issue(12, "OPEN"), issue(7, "OPEN")], "issue edit 7\n"),
    ("0", [], ""),
    ("0", [issue(7, "CLOSED")], ""),
    ("0", [issue(7, "OPEN")], "issue close 7\n"),
]


@pytest.mark.parametrize(("status", "issues", "calls"), REPORTS)
def test_there_is_one_issue(runner: Runner, status: str, issues: list[object], calls: str) -> None:
    """The issue is opened once, then edited, closed and reopened; others' issues are left alone."""
    (runner.folder / "differences").write_text("papers.yaml:4: @somebody </details>\n")
    runner.answers(issues=[*OTHERS, *issues])
    done = runner.run("sync.yml", "report", STATUS=status)
    assert (done.returncode, done.stderr) == (0, "")
    assert runner.said("calls") == calls
    assert ("\n\n    papers.yaml:4: @somebody </details>\n" in runner.said("body")) is (
        "edit" in calls or "create" in calls
    )


def test_no_issue_is_opened_blindly(runner: Runner) -> None:
    """Where the list of issues cannot be had, none is opened and the job fails."""
    (runner.folder / "differences").write_text("a title differs\n")
    (runner.folder / "gh-fails").touch()
    assert runner.run("sync.yml", "report", STATUS="1").returncode != 0
    assert runner.said("calls") == ""


def test_an_issue_has_a_size_that_github_takes(runner: Runner) -> None:
    """However much differs, the text stays below the 65536 characters of an issue."""
    (runner.folder / "differences").write_text("a title differs\n" * 9999)
    assert runner.run("sync.yml", "report", STATUS="1").returncode == 0
    assert 40000 < len(runner.said("body")) < 65536


PAGES = [
    ({"repos/example/list": "false"}, "none"),
    ({"repos/example/list": "true", "repos/example/list/pages": "legacy"}, "legacy"),
    ({"repos/example/list": "true", "repos/example/list/pages": "workflow"}, "workflow"),
]


@pytest.mark.parametrize(("answers", "source"), PAGES, ids=[source for _, source in PAGES])
def test_without_pages_nothing_is_published(runner: Runner, answers: dict[str, str], source: str) -> None:
    """Where Pages is not enabled for workflows, the run says so and how to enable it, and does not fail."""
    runner.answers(**answers)
    done = runner.run("publish.yml", "ask")
    assert done.returncode == 0, done.stderr
    assert runner.said("output") == f"source={source}\n"
    said = "Source: GitHub Actions" in runner.said("summary")
    assert (said, "::notice" in done.stdout) == (source != "workflow", source != "workflow")
    assert parsed(GITHUB / "workflows/publish.yml")["jobs"]["build"]["if"] == (
        "needs.pages.outputs.source == 'workflow'"
    )


def test_without_pages_a_summary_has_no_links(runner: Runner) -> None:
    """Where the site is published it is asked for; where it is not, the answer is no address."""
    runner.answers(**{"repos/example/list/pages": "https://list.example/"})
    assert runner.run("check.yml", "published").returncode == 0
    (runner.folder / "gh-fails").touch()
    assert runner.run("check.yml", "published").returncode == 0
    assert runner.said("output") == "url=https://list.example/\nurl=\n"


EXPORT = """#!/bin/sh
test -e "$(dirname "$0")/../page" && cp "$(dirname "$0")/../page" "$1"
"""
SUMMARIZE = """#!/bin/sh
echo "$2:" $(cat "$3") to $(cat "$4")
"""


@pytest.mark.parametrize("sound", [True, False])
def test_a_pull_request_is_compared_with_its_base(runner: Runner, sound: bool) -> None:
    """The base is exported by its own code; where that fails the summary says so, and the job goes on."""
    if sound:
        (runner.folder / "page").write_text("old")
    runner.program("scripts/export_site.py", EXPORT)
    runner.program("scripts/summarize_changes.py", SUMMARIZE)
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "-qm", "base"]):
        subprocess.run(["git", *identity, *command], cwd=runner.folder, check=True)
    (runner.folder / "page").write_text("new")
    for command in (["add", "."], ["commit", "-qm", "head"]):
        subprocess.run(["git", *identity, *command], cwd=runner.folder, check=True)
    done = runner.run("check.yml", "summary", PUBLISHED="https://list.example/")
    assert done.returncode == 0, done.stderr
    wanted = "https://list.example/: old to new" if sound else "No comparison: the base branch"
    assert runner.said("summary").startswith(wanted)
