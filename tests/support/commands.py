"""A copy of the commands in scripts/, with a Python that only notes what it was asked for."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from project import ROOT

SHELL = shutil.which("dash") or shutil.which("sh") or "sh"
# All that the commands may use besides Python. In particular neither uv nor a browser.
TOOLS = ["cat", "cksum", "cp", "dirname", "env", "id", "ls", "mkdir", "mv", "readlink", "rm", "sh", "tail"]

# $THEN is what mkdocs and pytest do; $PIP is how pip ends when it installs a lock.
PYTHON = f"""#!/bin/sh
case $* in
    "-c import fcntl"*) exec "{sys.executable}" "$@" ;;
    "-c import sys; print"*) echo 3.11.9; exit ;;
    -c*) exit ;;
esac
printf '%s\\n' "$*" >>"$NOTES"
case $* in
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip "*--require-hashes*) echo "a word of pip"; exit "${{PIP-0}}" ;;
    "-m pip "*) ;;
    "-m playwright "*) echo "no network"; exit 1 ;;
    *) eval "${{THEN-}}" ;;
esac
"""
# A build by mkdocs for $THEN: $6 is the folder after --site-dir.
BUILD = 'echo new >"$6/index.html"'
BROWSER = "#!/bin/sh\necho Chromium 150\n"


def executable(file: Path, text: str) -> Path:
    """Write a program."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file


@dataclass
class Project:
    """A copy of what the commands need, in a folder with a space in its name."""

    root: Path
    tools: Path

    def start(self, *command: str, cwd: Path | None = None, **variables: str) -> subprocess.Popen[str]:
        """Start `scripts/<command>`; in `variables` is what the environment holds besides PATH."""
        script = str(self.root / "scripts" / command[0])
        return subprocess.Popen(
            [SHELL, script, *command[1:]],
            cwd=cwd or self.root.parent,
            env={"PATH": str(self.tools), "NOTES": str(self.notes_file), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # What runs in the background may ignore Ctrl-C, which a shell cannot take back.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def run(
        self, *command: str, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `scripts/<command>` to its end."""
        process = self.start(*command, cwd=cwd, **variables)
        out, err = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    @property
    def notes_file(self) -> Path:
        """Where the Python notes what it was asked for."""
        return self.root.parent / "notes"

    @property
    def notes(self) -> list[str]:
        """What the Python was asked for since the last look."""
        lines = self.notes_file.read_text().splitlines() if self.notes_file.exists() else []
        self.notes_file.unlink(missing_ok=True)
        return lines

    def site_folders(self) -> list[str]:
        """The site and what builds may have left beside it."""
        return sorted(path.name for path in self.root.iterdir() if "site" in path.name)

    @classmethod
    def copied(cls, folder: Path) -> Project:
        """A fresh clone in a folder, on a machine with a good Python."""
        root, tools = folder / "a project", folder / "bin"
        shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ["pyproject.toml", "requirements.txt", "requirements-test.txt"]:
            shutil.copy(ROOT / name, root)
        executable(tools / "python3", PYTHON)
        for name in TOOLS:
            (tools / name).symlink_to(shutil.which(name) or name)
        return cls(root, tools)

    def with_a_site(self) -> Project:
        """The same with an earlier site of two pages."""
        site = self.root / "site"
        site.mkdir()
        (site / "index.html").write_text("old\n")
        (site / "gone.html").write_text("old\n")
        return self

    @property
    def built(self) -> str:
        """What the site's first page says."""
        return (self.root / "site/index.html").read_text()
