"""The signed originals beside the agendas: which may be published, and where they lie."""

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from agenda.source.originals.inspection import OriginalFault, find_fault
from agenda.source.writing.files import reason
from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.records import Scalar

PUBLISHABLE = (".doc", ".docx", ".jpg", ".odt", ".pdf", ".png")
"""Kinds of files a site may hand out: none of them runs in the site's own pages."""

LONGEST_PATH = 1_000
"""Characters of a path that are looked at; no system would find a longer one."""


def read_original(scalar: Scalar | None, folder: Path, collector: ProblemCollector) -> str | None:
    """Return the path of the signed original in `folder`, if it is there and may be published."""
    if scalar is None:
        return None
    written = scalar.text
    folder = folder.resolve()
    path = find_original(folder, written)
    if "\\" in written or not path.is_relative_to(folder):
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


def _fault(path: Path) -> OriginalFault | None:
    try:
        return find_fault(path)
    except OSError as error:
        return OriginalFault(
            kind="unreadable",
            message=f"không đọc được: {reason(error)}",
            remedy="kiểm tra tệp và quyền đọc tệp",
        )


def find_original(folder: Path, written: str) -> Path:
    """Where `written`, a path in NFC from the real path of the `folder`, leads.

    Nothing need be there, nor need it be inside the folder. A file whose name is kept decomposed,
    as macOS writes names, is found too.
    """
    path = real_path(folder / written[:LONGEST_PATH])
    if written.isascii() or is_file(path) or not path.is_relative_to(folder):
        return path
    found = folder
    for name in path.relative_to(folder).parts:
        alike = (each for each in _entries(found) if _composed(each.name) == name)
        found = next(alike, found / name)
    return real_path(found)


def real_path(path: Path) -> Path:
    """Return where links lead; of links in a circle one of them, where `resolve` would raise."""
    return Path(os.path.realpath(path))


def is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # of a name too long, for one
        return False


def _entries(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
