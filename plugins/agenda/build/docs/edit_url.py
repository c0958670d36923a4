"""Where the files are edited that pages are made from."""

import os
from pathlib import Path
from urllib.parse import quote


def edit_url(docs: Path, agendas: Path, source: str) -> str | None:
    """What leads from the URL at which `docs/` is edited to that of a file of `agendas/`.

    None where none does: between two drives of Windows.
    """
    try:
        way = os.path.relpath(agendas / source, docs)
    except ValueError:
        return None
    return quote(Path(way).as_posix())
