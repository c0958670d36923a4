"""Files of `agendas/` that are not read: what each may be, and what to do with it."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from agenda.model import Problem
from agenda.source.file_names import OTHERS, is_read, readable, shown
from agenda.source.originals.folder import PUBLISHABLE, real_path
from agenda.source.yaml.diagnostics import Position, ProblemCollector

_OF_WINDOWS = ("thumbs.db", "desktop.ini")
"""Files that Windows leaves in any folder; those of other systems begin with a dot."""

_SHOW_ENDINGS = (
    "Windows giấu đuôi .txt; trong cửa sổ thư mục chọn View › Show › File name extensions để thấy"
)

_YAML = (".yml", ".yaml")
_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?!\d)(?:\.dc(\d{1,2})(?!\d))?", re.IGNORECASE)


def unknown_files(paths: Collection[Path], originals: Collection[Path] | None) -> Iterator[Problem]:
    """Warn of each of the paths in `agendas/` that is not read.

    `originals` are the signed originals that months name; None where that is not known.
    """
    names = {path.name for path in paths}
    for path in paths:
        name = readable(path.name)
        if is_read(name) or name.startswith(".") or name.lower() in _OF_WINDOWS:
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
    """Warn of a folder with files that look like those of months: only `agendas/` is read."""
    files = (path for path in folder.rglob("*") if path.suffix.lower() in _YAML)
    if (first := min(files, default=None)) is not None:
        inside = readable(first.relative_to(folder.parent).as_posix())
        yield from _warning(
            folder,
            f'thư mục "{readable(folder.name)}" có tệp .yml, nhưng chỉ những tệp nằm ngay trong '
            "agendas được đọc",
            f"chuyển {inside} ra ngay trong agendas, hoặc chuyển cả thư mục ra ngoài agendas",
        )


def _misnamed(name: str, names: Collection[str]) -> tuple[str, str]:
    """What is wrong with a name, and what to do."""
    meant = _meant(name)
    if meant in names:
        return (
            f'tệp "{name}" giống bản sao của {meant}, và không được đọc',
            f"so với {meant}, chép phần cần giữ sang đó rồi xóa tệp này",
        )
    message = f'tên tệp "{name}" không đúng, nên tệp này không được đọc'
    if meant is not None:
        remedy = f"đổi tên thành {meant}"
        if name.lower().endswith(".txt"):
            remedy += f" ({_SHOW_ENDINGS})"
        return message, remedy
    if name.lower().endswith(_YAML):
        return message, "đặt tên như 2021-05.yml; bản điều chỉnh như 2021-05.dc1.yml"
    return f'tệp "{name}" không được đọc', "chuyển ra ngoài thư mục agendas, hoặc xóa"


def _meant(name: str) -> str | None:
    """The name of a file that is read to which a name comes close; None without one."""
    lower = name.lower()
    if not any(ending in lower for ending in _YAML) and Path(lower).suffix not in ("", ".txt"):
        return None
    for other in OTHERS:
        if other.removesuffix(".yml") in lower:
            return other
    if (match := _MONTH.search(lower)) is None:
        return None
    amended = f".dc{int(match[3])}" if match[3] else ""
    meant = f"{match[1]}-{int(match[2]):02}{amended}.yml"
    return meant if is_read(meant) else None


def _warning(path: Path, message: str, remedy: str) -> Iterator[Problem]:
    collector = ProblemCollector(shown(path))
    collector.warning("unknown-file", Position(), message, remedy, readable(path.name))
    yield from collector.problems
