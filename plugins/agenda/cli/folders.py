"""Where the agendas are: found from the folder one stands in."""

from pathlib import Path

import click


def find_agendas() -> Path:
    """The folder `agendas/` here or in the nearest folder above."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "agendas").is_dir():
            return folder / "agendas"
        if folder.name == "agendas" and folder.is_dir():
            return folder
    raise click.UsageError(f"không thấy thư mục agendas trong {here} hay các thư mục chứa nó")
