"""Take one edit out of a text that was edited further."""

import subprocess
import tempfile
from pathlib import Path


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
