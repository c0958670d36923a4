"""Files written past MkDocs, which then need not be held while it makes pages."""

import os
from collections.abc import Iterable
from pathlib import Path

from agenda.build.paths import safe_join
from agenda.build.staging import READ_BY_ALL
from agenda.site.artifact import Asset


def place_files(assets: Iterable[Asset], folder: Path, before: Path) -> None:
    """Write assets into the site that is made in `folder`.

    What stood in the site `before` to the byte becomes a second name of that file, which takes
    a tenth of the time; that site is about to go. Raises `UrlOutside`.
    """
    made: set[Path] = set()
    for asset in assets:
        path = safe_join(folder, asset.url)
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        content = asset.content
        if not _linked(content, before / asset.url, path):
            path.write_bytes(content)


def _readable_by_all(path: Path) -> bool:
    readable = READ_BY_ALL & 0o044
    return os.name != "posix" or path.stat().st_mode & readable == readable


def _linked(content: bytes, old: Path, new: Path) -> bool:
    """Whether the old file holds the content and could be given another name."""
    try:
        if old.is_symlink() or not _readable_by_all(old) or old.read_bytes() != content:
            return False
        os.link(old, new)
    except OSError:  # none there, or a disk that knows no second names
        return False
    return True
