"""Check that a signed original has the type its name claims, and is complete."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAX_BYTES = 100_000_000
"""The largest original in bytes. GitHub accepts no larger file."""

MAX_UNPACKED_BYTES = 500_000_000
"""The largest unpacked size in bytes for which the checksums of a package are verified."""

EDGE_BYTES = 4096
"""Bytes read at either end. Some programs write a little after the end mark."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = b"PK\x03\x04"
_SIGNATURES = {
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
    """A reason why a file cannot be published. The message continues the name of the file."""

    kind: str
    message: str
    remedy: str


def find_fault(path: Path) -> OriginalFault | None:
    """Return the fault of a file whose type is publishable, or None. Raise `OSError`."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return OriginalFault(
            kind="too-large",
            message=f"lớn hơn mức {MAX_BYTES // 1_000_000} MB cho phép",
            remedy="quét hoặc xuất lại văn bản thành tệp nhỏ hơn",
        )
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        start = file.read(EDGE_BYTES)
        if (fault := _fault_at_start(start, suffix)) is not None:
            return fault
        file.seek(max(0, size - EDGE_BYTES))
        if _IS_COMPLETE[suffix](file, file.read(EDGE_BYTES)):
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
    if _has_signature(suffix, start):
        return None
    if suffix == ".docx" and start.startswith(_COMPOUND):
        return OriginalFault(
            kind="file-kind",
            message="có mật khẩu, hoặc là tệp .doc bị đổi đuôi",
            remedy="mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx",
        )
    for other in _SIGNATURES:
        if _has_signature(other, start):
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


def _has_signature(suffix: str, start: bytes) -> bool:
    """Return whether a file begins with the signature of a type.

    In PDF, other bytes may precede the signature, as PDF readers allow.
    """
    sign = _SIGNATURES[suffix]
    return sign in start[:1024] if suffix == ".pdf" else start.startswith(sign)


def _is_complete_pdf(file: IO[bytes], end: bytes) -> bool:
    """Return whether the last bytes point to a cross-reference table."""
    marks = _STARTXREF.findall(end)
    if not marks:
        return False
    header = _read_at(file, 0, 1024).find(b"%PDF-")
    table = int(marks[-1])
    return any(_XREF.match(_read_at(file, table + offset, 64)) for offset in (0, header))


def _is_complete_docx(file: IO[bytes], _: bytes) -> bool:
    return _is_complete_package(file, lambda names: any(map(_WORD_BODY.fullmatch, names)))


def _is_complete_odt(file: IO[bytes], _: bytes) -> bool:
    return _is_complete_package(file, lambda names: "content.xml" in names)


def _is_complete_package(file: IO[bytes], is_text_present: Callable[[list[str]], bool]) -> bool:
    """Return whether a package contains its text, and the checksums of its parts are right."""
    try:
        with zipfile.ZipFile(file) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            complete = unpacked > MAX_UNPACKED_BYTES or package.testzip() is None
            return complete and is_text_present(package.namelist())
    # A damaged package raises many kinds of exceptions.
    except Exception:
        return False


def _is_complete_doc(file: IO[bytes], _: bytes) -> bool:
    """Return whether the last sector exists that the allocation table marks as used.

    See [MS-CFB] 2.2. Only the first 109 sectors of the table are checked, which cover 7 MB.
    """
    header = _read_at(file, 0, 512)
    size = 1 << min(int.from_bytes(header[30:32], "little"), 12)
    parts = min(int.from_bytes(header[44:48], "little"), 109)
    if not parts or len(header) < 512:
        return False
    last = int.from_bytes(header[72 + 4 * parts : 76 + 4 * parts], "little")
    table = _read_at(file, (last + 1) * size, size)
    entries = [table[offset : offset + 4] for offset in range(0, len(table), 4)]
    used = [number for number, entry in enumerate(entries) if entry != _UNUSED]
    if not used:
        return False
    sector = (parts - 1) * (size // 4) + used[-1]
    return bool(_read_at(file, (sector + 1) * size, 1))


def _is_complete_jpg(file: IO[bytes], _: bytes) -> bool:
    """Return whether the end mark follows the picture data, skipping an embedded thumbnail."""
    content = _read_at(file, 0, MAX_BYTES)
    offset = 2
    while content[offset : offset + 1] == b"\xff" and content[offset : offset + 2] != b"\xff\xda":
        offset += 2 + int.from_bytes(content[offset + 2 : offset + 4], "big")
    return content[offset : offset + 2] == b"\xff\xda" and b"\xff\xd9" in content[offset:]


def _is_complete_png(_: IO[bytes], end: bytes) -> bool:
    return b"IEND\xae\x42\x60\x82" in end


def _read_at(file: IO[bytes], offset: int, size: int) -> bytes:
    """Read at an offset that comes from the file and so may be out of range."""
    if offset > MAX_BYTES:
        return b""
    file.seek(offset)
    return file.read(size)


_IS_COMPLETE: Mapping[str, Callable[[IO[bytes], bytes], bool]] = {
    ".pdf": _is_complete_pdf,
    ".docx": _is_complete_docx,
    ".odt": _is_complete_odt,
    ".doc": _is_complete_doc,
    ".jpg": _is_complete_jpg,
    ".png": _is_complete_png,
}
