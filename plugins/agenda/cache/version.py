"""Digests of what cached texts depend on: input, this package, its libraries and Python."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "holidays",
    "jinja2",
    "markupsafe",
    "pyyaml",
    "rapidfuzz",
    "segno",
    "tinycss2",
)


def digest(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of parts in hexadecimal. Different lists of parts differ."""
    sha256 = hashlib.sha256()
    for part in parts:
        sha256.update(len(part).to_bytes(8))
        sha256.update(part)
    return sha256.hexdigest()


def digest_of_folder(folder: Path, pattern: str) -> str:
    """Return the digest of names and bytes of all files below a folder that match."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return digest(
        part
        for path in files
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())
    )


@cache
def code_version() -> str:
    """Return a digest of this package's modules, the libraries of texts, and Python."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest(
        part.encode() for part in (sys.version, *libraries, digest_of_folder(_PACKAGE, "*.py"))
    )
