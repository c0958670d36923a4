"""Warn of files in `agendas/` that are not read, with a remedy for each."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from agenda.model import Problem
from agenda.source.file_names import OTHER_FILES, display_name, display_path, is_source_file
from agenda.source.originals.folder import PUBLISHABLE, real_path
from agenda.source.yaml.problems import Position, ProblemCollector

_WINDOWS_FILES = ("thumbs.db", "desktop.ini")
"""Files that Windows creates in folders. Those of other systems begin with a dot."""

_SHOW_EXTENSIONS = (
    "Windows giấu đuôi .txt; trong cửa sổ thư mục chọn View › Show › File name extensions để thấy"
)

_YAML = (".yml", ".yaml")
_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?!\d)(?:\.dc(\d{1,2})(?!\d))?", re.IGNORECASE)


def unknown_files(paths: Collection[Path], originals: Collection[Path] | None) -> Iterator[Problem]:
    """Yield a warning for each path in `agendas/` that is not read.

    `originals` are the signed originals that months name, or None if they are not known.
    """
    names = {path.name for path in paths}
    for path in paths:
        name = display_name(path.name)
        if is_source_file(name) or name.startswith(".") or name.lower() in _WINDOWS_FILES:
            continue
        if name != path.name:
            yield from _warning(
                path,
                f'tên tệp "{name}" không ở bảng mã UTF-8, nên tệp này không được đọc',
                "đặt lại tên tệp",
            )
        elif path.is_dir():
            yield from _in_folder(path)
        elif name.startswith("~$"):
            yield from _warning(
                path,
                f'"{name}" là tệp tạm của Word, không được đọc',
                "đóng văn bản đang mở trong Word; tệp này còn lại thì xóa",
            )
        elif path.suffix.lower() not in PUBLISHABLE:
            yield from _warning(path, *_misnamed(name, names))
        elif originals is not None and real_path(path) not in originals:
            yield from _warning(
                path,
                f'không tháng nào dùng tệp "{name}"',
                f"là bản ký thì ghi tep: {name} dưới van_ban của tháng đó; nếu không thì chuyển "
                "ra ngoài thư mục agendas",
            )


def _in_folder(folder: Path) -> Iterator[Problem]:
    """Yield a warning if a folder contains YAML files, as subfolders are not read."""
    files = (path for path in folder.rglob("*") if path.suffix.lower() in _YAML)
    if (first := min(files, default=None)) is not None:
        inside = display_name(first.relative_to(folder.parent).as_posix())
        yield from _warning(
            folder,
            f'thư mục "{display_name(folder.name)}" có tệp .yml, nhưng chỉ những tệp nằm ngay '
            "trong agendas được đọc",
            f"chuyển {inside} ra ngay trong agendas, hoặc chuyển cả thư mục ra ngoài agendas",
        )


def _misnamed(name: str, names: Collection[str]) -> tuple[str, str]:
    """Return the message and the remedy for a file name that is not known."""
    similar = _similar_name(name)
    if similar in names:
        return (
            f'tệp "{name}" giống bản sao của {similar}, và không được đọc',
            f"so với {similar}, chép phần cần giữ sang đó rồi xóa tệp này",
        )
    message = f'tên tệp "{name}" không đúng, nên tệp này không được đọc'
    if similar is not None:
        remedy = f"đổi tên thành {similar}"
        if name.lower().endswith(".txt"):
            remedy += f" ({_SHOW_EXTENSIONS})"
        return message, remedy
    if name.lower().endswith(_YAML):
        return message, "đặt tên như 2021-05.yml; bản điều chỉnh như 2021-05.dc1.yml"
    return f'tệp "{name}" không được đọc', "chuyển ra ngoài thư mục agendas, hoặc xóa"


def _similar_name(name: str) -> str | None:
    """Return the valid file name that resembles `name`, or None."""
    lower = name.lower()
    if not any(ending in lower for ending in _YAML) and Path(lower).suffix not in ("", ".txt"):
        return None
    for other in OTHER_FILES:
        if other.removesuffix(".yml") in lower:
            return other
    if (match := _MONTH.search(lower)) is None:
        return None
    amended = f".dc{int(match[3])}" if match[3] else ""
    similar = f"{match[1]}-{int(match[2]):02}{amended}.yml"
    return similar if is_source_file(similar) else None


def _warning(path: Path, message: str, remedy: str) -> Iterator[Problem]:
    collector = ProblemCollector(display_path(path))
    collector.warning("unknown-file", Position(), message, remedy, display_name(path.name))
    yield from collector.problems
