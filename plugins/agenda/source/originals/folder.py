"""Find the signed originals in `agendas/`, and check that they may be published."""

import os
import posixpath
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from agenda.source.originals.inspection import OriginalFault, find_fault
from agenda.source.writing.files import error_reason
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Scalar
from agenda.source.yaml.values import is_device_name

PUBLISHABLE = (".doc", ".docx", ".jpg", ".odt", ".pdf", ".png")
"""File types that may be published, as none of them can run scripts in the site's pages."""

MAX_PATH_LENGTH = 1_000
"""Characters of a path that are used. No operating system accepts a longer one."""


def read_original(scalar: Scalar | None, folder: Path, collector: ProblemCollector) -> str | None:
    """Return the path of the signed original relative to `folder`.

    Report a problem and return None if it does not exist or may not be published.
    """
    if scalar is None:
        return None
    written = scalar.text
    folder = folder.resolve()
    path = find_original(folder, written)
    if "\\" in written or _leaves(written) or not path.is_relative_to(folder):
        collector.error(
            "file-outside",
            scalar.position,
            f'tệp "{written}" nằm ngoài thư mục agendas',
            "chép tệp vào agendas/tep rồi viết tep: tep/…",
            written,
        )
    elif not all(name.lower().endswith(PUBLISHABLE) for name in (written, path.name)):
        collector.error(
            "file-kind",
            scalar.position,
            f'tệp "{written}" không thuộc loại được đăng',
            f"dùng một trong các loại: {', '.join(PUBLISHABLE)}",
            written,
        )
    elif any(map(is_device_name, (*path.relative_to(folder).parts, *written.split("/")))):
        collector.error(
            "file-name",
            scalar.position,
            f'Windows giữ riêng tên trong "{written}" cho thiết bị',
            "đổi tên tệp hoặc thư mục ấy, rồi sửa dòng tep cho khớp",
            written,
        )
    elif not is_file(path):
        collector.error(
            "file-missing",
            scalar.position,
            f'không có tệp "{written}" trong thư mục agendas',
            "chép tệp vào đó, hoặc bỏ dòng tep",
            written,
        )
    elif (fault := _fault(path)) is not None:
        message = f'tệp "{written}" {fault.message}'
        collector.error(fault.kind, scalar.position, message, fault.remedy, written)
    else:
        return path.relative_to(folder).as_posix()
    return None


def _leaves(written: str) -> bool:
    """Return whether a path leaves the folder, which may lie elsewhere on another machine."""
    return posixpath.isabs(written) or posixpath.normpath(written).split("/")[0] == ".."


def _fault(path: Path) -> OriginalFault | None:
    try:
        return find_fault(path)
    except OSError as error:
        return OriginalFault(
            kind="unreadable",
            message=f"không đọc được: {error_reason(error)}",
            remedy="kiểm tra tệp và quyền đọc tệp",
        )


def find_original(folder: Path, written: str) -> Path:
    """Return the real path of `written`, a path in NFC relative to the real path of `folder`.

    The result need not exist, and may lie outside the folder. File names in NFD, as macOS
    writes them, are found too.
    """
    path = real_path(folder / written[:MAX_PATH_LENGTH])
    if written.isascii() or is_file(path) or not path.is_relative_to(folder):
        return path
    found = folder
    for name in path.relative_to(folder).parts:
        matches = (entry for entry in _entries(found) if _nfc(entry.name) == name)
        found = next(matches, found / name)
    return real_path(found)


def real_path(path: Path) -> Path:
    """Resolve links. Circular links give one of them, where `Path.resolve` would raise."""
    return Path(os.path.realpath(path))


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # e.g. because the name is too long
        return False


def _entries(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
