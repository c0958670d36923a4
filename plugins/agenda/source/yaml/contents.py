"""Read the bytes of source files and decode them."""

import codecs
import stat
from pathlib import Path
from typing import TypeAlias

from agenda.source.writing.files import FileRefused, error_reason
from agenda.source.yaml.problems import Position, ProblemCollector, split_lines

MAX_BYTES = 1_000_000
"""The largest file that is read, in bytes. The file of a month has about 20 000 bytes."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_SAVE_AS_UTF_8 = (
    "lưu lại ở UTF-8: trong Notepad chọn File › Save as, ở ô Encoding chọn UTF-8; trong Visual "
    "Studio Code chọn Save with Encoding › UTF-8"
)

Content: TypeAlias = bytes | OSError


def read_prefix(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a regular file. Raise `OSError` for anything else.

    Reading a pipe could block forever, and a device may have no end.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # opening a folder raises an error anyway
        raise FileRefused("đó là đường ống hoặc thiết bị, không phải tệp thường")
    with path.open("rb") as file:
        return file.read(size)


def read_lines(path: Path, errors: str = "strict") -> list[str]:
    """Return the lines of a source file, split as the positions of problems count them.

    Raise `OSError`, and `UnicodeDecodeError` unless `errors` names another error handler.
    """
    return split_lines(read_prefix(path, MAX_BYTES).decode("utf-8-sig", errors))


def read_content(path: Path) -> Content:
    """Return at most `MAX_BYTES + 1` bytes of a file, or the error that reading it raised."""
    try:
        return read_prefix(path, MAX_BYTES + 1)
    except FileNotFoundError as error:
        if path.is_symlink():
            return FileRefused("đó là liên kết tới một tệp không có")
        return error.with_traceback(None)  # the traceback would keep the callers' objects alive
    except OSError as error:
        return error.with_traceback(None)


def decode_utf_8(content: bytes, collector: ProblemCollector) -> str | None:
    """Decode UTF-8, with or without a byte order mark. Report an error and return None."""
    if len(content) > MAX_BYTES:
        collector.error(
            "too-large",
            Position(),
            f"tệp lớn hơn mức {MAX_BYTES:,} byte cho phép".replace(",", "."),
            "kiểm tra xem có chép nhầm tệp khác vào không; mỗi tệp chỉ chứa một tháng",
        )
        return None
    if content.startswith(_UTF_16) or b"\0" in content:
        collector.error(
            "not-utf-8",
            Position(),
            "tệp lưu ở bảng mã UTF-16, Notepad còn gọi là Unicode",
            _SAVE_AS_UTF_8,
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        collector.error(
            "not-utf-8",
            Position.after(error.object[: error.start].decode("utf-8")),
            "tệp không ở bảng mã UTF-8",
            f"{_SAVE_AS_UTF_8}; rồi xem lại chữ có dấu trong tệp",
        )
        return None


def content_fingerprint(content: Content) -> bytes:
    """Return bytes that identify a content. An unreadable file differs from an empty one."""
    return b"-" if isinstance(content, OSError) else b"+" + content


def decode_content(content: Content, collector: ProblemCollector) -> str | None:
    """Decode a content. Return None for a missing file, or after reporting an error."""
    match content:
        case bytes():
            return decode_utf_8(content, collector)
        case FileNotFoundError():
            return None
    collector.error(
        "unreadable",
        Position(),
        f"không đọc được tệp: {error_reason(content)}",
        "chuyển nó đi chỗ khác, rồi chép tệp gốc vào chỗ đó"
        if isinstance(content, FileRefused | IsADirectoryError)
        else "kiểm tra tệp và quyền đọc tệp",
    )
    return None
