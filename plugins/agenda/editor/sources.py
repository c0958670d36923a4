"""Tell whether a source of the site changed."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from agenda.build.settings.mkdocs_file import Settings
from agenda.build.settings.yaml_tree import FILE
from agenda.cache.version import digest


def sources_digest(settings: Settings) -> str:
    """Return the digest of the names, sizes and times of everything that the site shows."""
    folders = (settings.agendas, settings.docs, settings.templates)
    files = (settings.folder / FILE, *(file for folder in folders for file in _files(folder)))
    return digest(part for file in files for part in _stamp(file))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.name.startswith("."))


def _stamp(file: Path) -> Iterator[bytes]:
    with contextlib.suppress(OSError):
        status = file.stat()
        yield os.fsencode(file)
        yield f"{status.st_size} {status.st_mtime_ns}".encode()
