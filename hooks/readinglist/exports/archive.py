"""ZIP archives that know no time: the same files make the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def zipped(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """The files as an archive, in order; those that are `stored` as they are, the others compressed."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # a plain file, on any system
            archive.writestr(entry, content)
    return packed.getvalue()
