"""Take one edit out of a text that was edited further."""

import subprocess
import tempfile
from pathlib import Path


class UndoConflict(Exception):
    """An edit that cannot be undone, because its place was edited again."""


def undone_text(before: str | None, after: str | None, current: str | None) -> str | None:
    """Return the current text of a file without the edit from `before` to `after`.

    None stands for no file. Raise `UndoConflict`, and `OSError` if git is not installed.
    """
    if current in (before, after):
        return before
    if before is None or after is None or current is None:
        raise UndoConflict
    merged = merge_texts(after, current, before)
    if merged is None:
        raise UndoConflict
    return merged


def merge_texts(base: str, ours: str, theirs: str) -> str | None:
    """Return a text with the changes from `base` to both others, or None where they conflict.

    Line endings stay as they are. Raise `OSError` if git is not installed.
    """
    if ours in (base, theirs):
        return theirs
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text.encode())
        merged = subprocess.run(
            ["git", "-c", "core.autocrlf=false", "merge-file", "-p", *map(str, paths)],
            capture_output=True,
            check=False,
        )
    return merged.stdout.decode() if merged.returncode == 0 else None
