"""A machine that runs single steps of workflows, with a false GitHub."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from project import ROOT

GITHUB = ROOT / ".github"


def parsed(file: Path) -> Any:
    """The YAML of a file, all scalars as text: to other loaders the key `on` is a truth value."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(workflow: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in parsed(workflow)["jobs"].values() for step in job["steps"]]


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
