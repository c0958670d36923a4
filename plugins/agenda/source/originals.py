"""The signed originals beside the agendas: which may be published, and where they lie."""

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

PUBLISHABLE = (".doc", ".docx", ".jpg", ".odt", ".pdf", ".png")
"""Kinds of files a site may hand out: none of them runs in the site's own pages."""

LONGEST_PATH = 1_000
"""Characters of a path that are looked at; no system would find a longer one."""


def find_original(folder: Path, written: str) -> Path:
    """Where `written`, a path in NFC from the real path of the `folder`, leads.

    Nothing need be there, nor need it be inside the folder. A file whose name is kept decomposed,
    as macOS writes names, is found too.
    """
    path = real_path(folder / written[:LONGEST_PATH])
    if written.isascii() or is_file(path) or not path.is_relative_to(folder):
        return path
    found = folder
    for name in path.relative_to(folder).parts:
        alike = (each for each in _entries(found) if _composed(each.name) == name)
        found = next(alike, found / name)
    return real_path(found)


def real_path(path: Path) -> Path:
    """Return where links lead; of links in a circle one of them, where `resolve` would raise."""
    return Path(os.path.realpath(path))


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # of a name too long, for one
        return False


def _entries(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
