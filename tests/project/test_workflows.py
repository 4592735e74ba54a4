"""The workflows, forms and editor settings: checked as they stand, their shell steps run with a false GitHub."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from project import ROOT
from readinglist import addresses

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
# All that any job may write.
WRITES = {
    ("sync.yml", "sync", "issues"),
    ("publish.yml", "deploy", "pages"),
    ("publish.yml", "deploy", "id-token"),
}

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def parsed(file: Path) -> Any:
    """The YAML of a file, all scalars as text: to other loaders the key `on` is a truth value."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(workflow: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in parsed(workflow)["jobs"].values() for step in job["steps"]]


def test_zizmor_finds_nothing() -> None:
    """The audit of workflows and Dependabot's settings has nothing to say, not even about style."""
    zizmor = f"{sysconfig.get_path('scripts')}/zizmor"
    command = [zizmor, "--offline", "--no-progress", "--strict-collection", "--pedantic", ".github"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "publish.yml" in done.stderr, "it audited nothing"


SCHEMAS = [
    ("github-workflows", WORKFLOWS),
    ("github-issue-forms", FORMS),
    ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ("dependabot", [GITHUB / "dependabot.yml"]),
]


def test_no_step_has_a_token_after_the_code_of_a_pull_request() -> None:
    """Once a script of the checked-out tree has run, nothing in the job is given a token."""
    for job in parsed(GITHUB / "workflows/check.yml")["jobs"].values():
        written = [str(step) for step in job["steps"]]
        first = next(at for at, step in enumerate(written) if "scripts/" in step)
        assert not [step for step in written[first:] if "github.token" in step or "secrets." in step]


@pytest.mark.parametrize(("schema", "files"), SCHEMAS, ids=[name for name, _ in SCHEMAS])
def test_github_would_accept_them(schema: str, files: list[Path]) -> None:
    """Workflows, forms and settings have the keys and values that GitHub's schemas know."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    command += map(str, files)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@each_workflow
def test_actions_are_pinned(workflow: Path) -> None:
    """Each action is one commit, and a comment tells people and Dependabot its version."""
    lines = [line for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    pinned = [re.fullmatch(r"[- ]+uses: ([\w/-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+", line) for line in lines]
    assert [match and match[1] for match in pinned] == used


def test_an_action_has_one_version() -> None:
    """The workflows use the same commit of an action under the same version everywhere."""
    text = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (\S+)@(\S+ # \S+)", text))
    assert len(pins) == len({action for action, _ in pins})


def test_permissions_are_the_least() -> None:
    """Nothing is granted to a whole workflow; each job names what it needs, and few may write anything."""
    written = set()
    for workflow in WORKFLOWS:
        content = parsed(workflow)
        assert content["permissions"] == {}, workflow.name
        for name, job in content["jobs"].items():
            for scope, level in job["permissions"].items():
                assert level in {"read", "write"}
                if level == "write":
                    written.add((workflow.name, name, scope))
    assert written == WRITES


@each_workflow
def test_nothing_foreign_gets_into_a_shell(workflow: Path) -> None:
    """No expression stands in a shell script, and no workflow runs others' code with this repository's rights."""
    content = parsed(workflow)
    assert not set(content["on"]) & {"pull_request_target", "workflow_run", "issue_comment"}
    assert not [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")]
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@each_workflow
def test_runs_end_and_do_not_collide(workflow: Path) -> None:
    """Each job ends in time, runs of a workflow wait for or replace each other, and a broken pipe fails a step."""
    content = parsed(workflow)
    assert all(int(job["timeout-minutes"]) <= 30 for job in content["jobs"].values())
    assert content["concurrency"]["group"]
    assert content["defaults"]["run"]["shell"] == "bash"


def test_scripts_exist() -> None:
    """Each command of this project that a workflow calls is there and can be run."""
    shell = "\n".join(step.get("run", "") for path in WORKFLOWS for step in steps(path))
    called = set(re.findall(r"\bscripts/[\w.]+", shell))
    assert {"scripts/build", "scripts/test", "scripts/check_catalogue.py", "scripts/sync_arxiv.py"} <= called
    assert not sorted(name for name in called if not os.access(ROOT / name, os.X_OK))


# The steps that hold logic, run as GitHub runs them.

# `gh` of a repository with the issues of issues.json: notes each call, and answers those that the steps make.
GH = """#!{python}
import json, pathlib, sys
arguments = sys.argv[1:]
folder = pathlib.Path(__file__).parent
if (folder / "gh-fails").exists() and ("api" in arguments or "list" in arguments):
    print('{{"message": "Not Found"}}')
    sys.exit("gh: Not Found (HTTP 404)")
answers = json.loads((folder / "answers.json").read_text())
if arguments[:2] == ["issue", "list"]:
    label, state = (arguments[arguments.index(name) + 1] for name in ("--label", "--state"))
    for issue in answers["issues"]:
        if label in issue["labels"] and state == "all":
            print(issue["number"], issue["state"], issue["title"], sep="\\t")
elif arguments[0] == "api":
    print(answers[arguments[1]])
else:
    if "--body-file" in arguments:
        at = arguments.index("--body-file") + 1
        (folder / "body").write_text(pathlib.Path(arguments[at]).read_text())
        arguments[at] = "FILE"
    with (folder / "calls").open("a") as file:
        print(*arguments[:3], file=file)
"""


@dataclass
class Runner:
    """A machine that runs single steps of workflows, in a folder of its own."""

    folder: Path

    def run(self, workflow: str, step_id: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Runs the step as the runner does: in bash that stops at errors, its variables in the environment."""
        [step] = [step for step in steps(GITHUB / "workflows" / workflow) if step.get("id") == step_id]
        fixed = {name: value for name, value in step.get("env", {}).items() if "${{" not in value}
        environment = {
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_REPOSITORY": "example/list",
            "RUN_URL": "https://github.example/run/1",
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env=environment | fixed | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def program(self, name: str, text: str) -> None:
        """Puts a program in the folder."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(0o755)

    def answers(self, **answers: object) -> None:
        """Sets what `gh` knows."""
        (self.folder / "answers.json").write_text(json.dumps({"issues": []} | answers))

    def said(self, name: str) -> str:
        """What was written to a file of the folder, if it is there."""
        file = self.folder / name
        return file.read_text() if file.exists() else ""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner whose `gh` knows of no issues."""
    runner = Runner(tmp_path)
    runner.program("gh", GH.format(python=sys.executable))
    runner.answers()
    return runner


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
    told = "Source: GitHub Actions" in runner.said("summary")
    assert (told, "::notice" in done.stdout) == (source != "workflow", source != "workflow")
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


def test_a_fork_publishes_its_own() -> None:
    """The addresses of the site and of the repository come from the repository; no workflow names one."""
    [build] = [step for step in steps(GITHUB / "workflows/publish.yml") if step.get("run") == "scripts/build"]
    assert build["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    for path in [*GITHUB.rglob("*.yml"), GITHUB / "pull_request_template.md"]:
        assert not re.search(r"https?://", path.read_text("utf-8")), path


def test_a_page_leads_to_the_form() -> None:
    """The form that a page's "Report an error" leads to is there, with the field that it fills in."""
    address = urlsplit(addresses.report("https://github.com/example/list", "yarn"))
    asked = parse_qs(address.query)
    [form] = asked["template"]
    assert asked["page"] == ["yarn"]
    fields = [field.get("id") for field in parsed(GITHUB / "ISSUE_TEMPLATE" / form)["body"]]
    assert "page" in fields


def test_a_commit_is_checked_with_what_is_there() -> None:
    """The hooks before a commit fetch nothing: each is local and starts a program of the project or its .venv."""
    for repository in parsed(ROOT / ".pre-commit-config.yaml")["repos"]:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            assert hook["language"] == "system"
            program = hook["entry"].split()[0]
            assert program == ".venv/bin/python" or os.access(ROOT / program, os.X_OK), program


def test_the_editor_knows_the_schema() -> None:
    """VS Code checks the catalogue with the schema that is there, and proposes the extension that does so."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    [(schema, catalogue)] = settings["yaml.schemas"].items()
    assert (ROOT / schema).is_file() and (ROOT / catalogue).is_file()
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
