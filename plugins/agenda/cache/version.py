"""What a kept text depends on besides its own sources: this package, its libraries, Python."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "holidays",
    "icalendar",
    "jinja2",
    "markupsafe",
    "pyyaml",
    "rapidfuzz",
    "segno",
    "tinycss2",
)


def digest(parts: Iterable[bytes]) -> str:
    """The SHA-256 of parts, in hexadecimal; no two rows of parts are taken for each other."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.hexdigest()


def digest_of_folder(folder: Path, pattern: str) -> str:
    """The digest of the names and bytes of all files below a folder that fit."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return digest(
        part
        for path in files
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())
    )


@cache
def code_version() -> str:
    """Changes with any module of this package, any library that texts depend on, and Python."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest(
        each.encode() for each in (sys.version, *libraries, digest_of_folder(_PACKAGE, "*.py"))
    )
