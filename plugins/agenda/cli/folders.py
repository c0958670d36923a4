"""Find the folder of agendas from the working directory or from named files."""

from collections.abc import Sequence
from pathlib import Path

from agenda.cli.vietnamese import WrongUse


def find_agendas() -> Path:
    """Return the folder `agendas/` here or in the nearest folder above."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "agendas").is_dir():
            return folder / "agendas"
        if folder.name == "agendas":
            return folder
    raise WrongUse(f"không thấy thư mục agendas trong {here} hay các thư mục chứa nó")


def folder_of(files: Sequence[Path]) -> Path:
    """Return the folder of `files`; raise `WrongUse` unless all are YAML files of one folder."""
    for file in files:
        if not _is_file(file):
            raise WrongUse(f"không có tệp {file}")
        if file.suffix.lower() not in (".yml", ".yaml"):
            raise WrongUse(f"{file} không phải là tệp .yml trong thư mục agendas")
    folders = {file.resolve().parent for file in files}
    if len(folders) > 1:
        raise WrongUse("các tệp phải nằm trong cùng một thư mục")
    return folders.pop()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # for example, the name is too long
        return False
