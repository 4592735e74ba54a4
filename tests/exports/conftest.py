"""What the tests of exports share."""

from __future__ import annotations

import pytest
import sample
from readinglist import site


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> site.Edition:
    """The sample with its pictures and equations."""
    return site.load(sample.project(tmp_path_factory.mktemp("sample")) / "papers.yaml")
