"""Runs every module of this folder: `python docs/equations`."""

import runpy
from pathlib import Path

FOLDER = Path(__file__).parent


def counts(rows):
    """How many quantities the paper prints, and how many of them come out the same."""
    printed = [(computed, value) for _, computed, value, *_ in rows if value]
    return len(printed), sum(computed == value for computed, value in printed)


def sentence(printed, same):
    """The sum in words."""
    return f"{same} of {printed} printed numbers reproduced" + (
        ", the rest with their reason" * (same < printed)
    )


if __name__ == "__main__":
    found = {}
    for file in sorted(FOLDER.glob("[!_]*.py")):
        found[file.stem] = counts(runpy.run_path(str(file))["reproduced"]())
        print(f"{file.stem}: {sentence(*found[file.stem])}.", flush=True)
    printed, same = (sum(column) for column in zip(*found.values(), strict=True))
    print(f"{sentence(printed, same)}.")
