"""The workflows, forms and editor settings: checked as they are."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from project import ROOT
from readinglist import addresses
from workflows import GITHUB, parsed, steps

WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
# All that any job may write.
WRITES = {
    ("sync.yml", "sync", "issues"),
    ("publish.yml", "deploy", "pages"),
    ("publish.yml", "deploy", "id-token"),
    ("release.yml", "publish", "contents"),
}

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


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
    ("citation-file-format", [ROOT / "CITATION.cff"]),
]


@pytest.mark.parametrize("name", ["check.yml", "release.yml"])
def test_no_step_has_a_token_after_the_code_of_the_tree(name: str) -> None:
    """Once a script of the checked-out tree has run, nothing in the job is given a token."""
    for job in parsed(GITHUB / "workflows" / name)["jobs"].values():
        written = [str(step) for step in job["steps"]]
        first = next((at for at, step in enumerate(written) if "scripts/" in step), len(written))
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
    """Each action is one commit, and a comment says people and Dependabot its version."""
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
