"""How the property tests of the equations run: the same examples every time, and as slowly as the machine likes."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("equations", deadline=None, derandomize=True)
settings.load_profile("equations")
