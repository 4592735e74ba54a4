"""The papers' equations as modules: their file names are ids, which Python cannot import by name."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parents[2] / "docs/equations"


def equations(id: str) -> ModuleType:
    """The module of a paper, by the paper's id."""
    spec = spec_from_file_location(f"equations_{id.replace('-', '_')}", FOLDER / f"{id}.py")
    assert spec and spec.loader, f"docs/equations/{id}.py"
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
