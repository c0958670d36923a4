"""Replace source files atomically, and explain system errors in Vietnamese."""

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_REASONS = {
    errno.EACCES: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn quá mức được phép",
    errno.EISDIR: "đó là một thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.ENOENT: "không có tệp hoặc thư mục đó",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EBUSY: "tệp đang mở trong chương trình khác",
    errno.EIO: "ổ đĩa bị lỗi",
    errno.ELOOP: "liên kết vòng tròn",
    errno.EADDRINUSE: "cổng này đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}


class FileRefused(OSError):
    """A refusal to read a file, with a message in Vietnamese."""


def error_reason(error: OSError) -> str:
    """Return the reason for an error, in Vietnamese."""
    if isinstance(error, FileRefused):
        return str(error)
    if error.errno is None:
        return "lỗi hệ thống"
    return _REASONS.get(error.errno, f"lỗi hệ thống số {error.errno}")


_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts while a virus scanner or a sync program holds a file open."""


class FileChanged(Exception):
    """Another program changed a file after it was read."""


_TEMPORARY = ".tmp"

_ABANDONED = 60
"""Seconds after which no `replace_file` can still be writing its temporary file."""


def replace_file(path: Path, content: bytes, expected: bytes | None = None) -> None:
    """Replace the content of a file atomically, through a temporary file in its folder.

    A new file is readable by everybody. A file that another program holds open is tried again.
    Raise `OSError` with the name of the file, which is then unchanged; the temporary file is
    removed. Raise `FileChanged` unless the file has the `expected` content, if given.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    temporary = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_TEMPORARY)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        _put_in_place(temporary, path, expected)
    except BaseException as failure:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        if isinstance(failure, OSError):
            raise type(failure)(failure.errno, failure.strerror, str(path)) from failure
        raise


def remove_abandoned(folder: Path) -> None:
    """Remove the temporary files of every `replace_file` below a folder that was killed."""
    for path in folder.rglob(f".*.????????{_TEMPORARY}"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - _ABANDONED:
                path.unlink()


def _put_in_place(temporary: Path, path: Path, expected: bytes | None) -> None:
    def replace() -> None:
        if expected is not None and path.read_bytes() != expected:
            raise FileChanged(path.name)
        temporary.replace(path)

    retry_while_open(replace)


def retry_while_open(action: Callable[[], object]) -> None:
    """Do something to files, and try again while another program holds one of them open.

    Only Windows refuses to replace, rename or remove an open file.
    """
    for pause in _PAUSES:
        try:
            action()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    action()
