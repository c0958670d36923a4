"""Signed originals are what their names say, and whole: pages publish them with a checksum."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LARGEST = 100_000_000
"""Bytes of the largest original; GitHub takes no larger file."""

MOST_UNPACKED = 500_000_000
"""Bytes of a package that are unpacked to see that each is as it was written."""

EDGE = 4096
"""Bytes looked at from either end: some programs write a little behind the end mark."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = b"PK\x03\x04"
_STARTS = {
    ".pdf": b"%PDF-",
    ".docx": _PACKAGE,
    ".odt": _PACKAGE,
    ".doc": _COMPOUND,
    ".jpg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
}
_POINTERS = (b"version https://git-lfs.github.com/", b"/annex/objects/")

_STARTXREF = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF")
_XREF = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_WORD_BODY = re.compile(r"word/document\d*\.xml")
_UNUSED = b"\xff\xff\xff\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalFault:
    """Why a file cannot be published as a signed original; the message continues its name."""

    kind: str
    message: str
    remedy: str


def find_fault(path: Path) -> OriginalFault | None:
    """Look at a file whose ending is one of those published; raise `OSError`."""
    size = path.stat().st_size
    if size > LARGEST:
        return OriginalFault(
            kind="too-large",
            message=f"lớn hơn mức {LARGEST // 1_000_000} MB cho phép",
            remedy="quét hoặc xuất lại văn bản thành tệp nhỏ hơn",
        )
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        start = file.read(EDGE)
        if (fault := _fault_at_start(start, suffix)) is not None:
            return fault
        file.seek(max(0, size - EDGE))
        if _IS_WHOLE[suffix](file, file.read(EDGE)):
            return None
    return _damaged("bị cắt cụt hoặc bị hỏng")


def _fault_at_start(start: bytes, suffix: str) -> OriginalFault | None:
    if not start:
        return _damaged("rỗng (0 byte)")
    if any(sign in start[:200] for sign in _POINTERS):
        return OriginalFault(
            kind="file-damaged",
            message="chỉ là con trỏ của Git LFS hoặc git-annex, không phải văn bản",
            remedy="lấy tệp thật về (git lfs pull, git annex get) rồi đưa chính tệp đó vào kho",
        )
    if _begins_as(suffix, start):
        return None
    if suffix == ".docx" and start.startswith(_COMPOUND):
        return OriginalFault(
            kind="file-kind",
            message="có mật khẩu, hoặc là tệp .doc bị đổi đuôi",
            remedy="mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx",
        )
    for other in _STARTS:
        if _begins_as(other, start):
            return OriginalFault(
                kind="file-kind",
                message=f"không phải là tệp {suffix} mà là tệp {other}",
                remedy=f"đổi đuôi tệp thành {other} và sửa dòng tep",
            )
    return OriginalFault(
        kind="file-kind",
        message=f"không phải là tệp {suffix}",
        remedy="mở tệp xem có đúng là văn bản không; chép lại tệp gốc, hoặc lưu lại đúng loại",
    )


def _damaged(message: str) -> OriginalFault:
    remedy = "chép lại tệp gốc vào chỗ đó, hoặc bỏ dòng tep"
    return OriginalFault(kind="file-damaged", message=message, remedy=remedy)


def _begins_as(suffix: str, start: bytes) -> bool:
    """Tell whether a file begins as those of a kind do; readers of PDF allow other bytes before."""
    sign = _STARTS[suffix]
    return sign in start[:1024] if suffix == ".pdf" else start.startswith(sign)


def _is_whole_pdf(file: IO[bytes], end: bytes) -> bool:
    """Tell whether the last bytes lead to a table of objects."""
    marks = _STARTXREF.findall(end)
    if not marks:
        return False
    header = _read_at(file, 0, 1024).find(b"%PDF-")
    table = int(marks[-1])
    return any(_XREF.match(_read_at(file, table + offset, 64)) for offset in (0, header))


def _is_whole_docx(file: IO[bytes], _: bytes) -> bool:
    return _is_whole_package(file, lambda names: any(map(_WORD_BODY.fullmatch, names)))


def _is_whole_odt(file: IO[bytes], _: bytes) -> bool:
    return _is_whole_package(file, lambda names: "content.xml" in names)


def _is_whole_package(file: IO[bytes], has_text: Callable[[list[str]], bool]) -> bool:
    """Tell whether a package has its text, and every part of it the checksum that it names."""
    try:
        with zipfile.ZipFile(file) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            whole = unpacked > MOST_UNPACKED or package.testzip() is None
            return whole and has_text(package.namelist())
    # It may be broken anywhere: its table, an entry, its compression.
    except Exception:
        return False


def _is_whole_doc(file: IO[bytes], _: bytes) -> bool:
    """Tell whether all sectors are there that the last part of the allocation table has in use.

    See [MS-CFB] 2.2; a file of more than 109 such parts, some 7 MB, is looked at up to there.
    """
    header = _read_at(file, 0, 512)
    size = 1 << min(int.from_bytes(header[30:32], "little"), 12)
    parts = min(int.from_bytes(header[44:48], "little"), 109)
    if not parts or len(header) < 512:
        return False
    last = int.from_bytes(header[72 + 4 * parts : 76 + 4 * parts], "little")
    table = _read_at(file, (last + 1) * size, size)
    entries = [table[at : at + 4] for at in range(0, len(table), 4)]
    used = [number for number, entry in enumerate(entries) if entry != _UNUSED]
    if not used:
        return False
    sector = (parts - 1) * (size // 4) + used[-1]
    return bool(_read_at(file, (sector + 1) * size, 1))


def _is_whole_jpg(file: IO[bytes], _: bytes) -> bool:
    """Tell whether the end mark follows the picture; a small picture within has one of its own."""
    content = _read_at(file, 0, LARGEST)
    at = 2
    while content[at : at + 1] == b"\xff" and content[at : at + 2] != b"\xff\xda":
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return content[at : at + 2] == b"\xff\xda" and b"\xff\xd9" in content[at:]


def _is_whole_png(_: IO[bytes], end: bytes) -> bool:
    return b"IEND\xae\x42\x60\x82" in end


def _read_at(file: IO[bytes], offset: int, size: int) -> bytes:
    """Read at an offset that a file names, which may be anywhere."""
    if offset > LARGEST:
        return b""
    file.seek(offset)
    return file.read(size)


_IS_WHOLE: Mapping[str, Callable[[IO[bytes], bytes], bool]] = {
    ".pdf": _is_whole_pdf,
    ".docx": _is_whole_docx,
    ".odt": _is_whole_odt,
    ".doc": _is_whole_doc,
    ".jpg": _is_whole_jpg,
    ".png": _is_whole_png,
}
