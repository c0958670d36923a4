"""Make edit links to the source files of pages."""

import os
from pathlib import Path
from urllib.parse import quote


def edit_url(docs: Path, agendas: Path, source: str) -> str | None:
    """Return the relative URL from the edit page of `docs/` to that of a file in `agendas/`.

    Return None if there is no relative path: between two drives on Windows.
    """
    try:
        way = os.path.relpath(agendas / source, docs)
    except ValueError:
        return None
    return quote(Path(way).as_posix())
