"""Check the files in `docs/` and `overrides/` before a build reads them."""

import stat
from collections.abc import Iterator
from pathlib import Path

from agenda.build.settings.yaml_tree import Unsettled
from agenda.source.file_names import display_name
from agenda.source.writing.files import error_reason

TEXTS = (".css", ".html", ".js", ".json", ".md")
"""The endings of the files that are read as text."""

LARGEST_TEXT = 10_000_000
LARGEST = 100_000_000
"""In bytes; GitHub takes no larger file."""


def check_files(folder: Path) -> None:
    """Raise `Unsettled` for the first file of a folder that cannot be published as it is.

    Hidden files are never published: editors keep locks as links that lead nowhere.
    """
    for path in _shown_files(folder):
        if (refusal := _refusal(path)) is not None:
            raise Unsettled(
                f"{folder.name}/{display_name(path.relative_to(folder).as_posix())}: {refusal}"
            )


def _shown_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and not path.is_dir():
            yield path


def _refusal(path: Path) -> str | None:
    if display_name(path.name) != path.name:
        return "tên tệp không ở bảng mã UTF-8. Đặt lại tên tệp"
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "đó là đường ống hoặc thiết bị, không phải tệp thường. Chuyển nó đi chỗ khác"
        largest = LARGEST_TEXT if path.suffix in TEXTS else LARGEST
        if status.st_size > largest:
            return f"tệp lớn hơn mức {largest // 1_000_000} MB cho phép. Chuyển nó đi chỗ khác"
        if path.suffix in TEXTS:
            path.read_bytes().decode()
    except FileNotFoundError:
        return "đó là liên kết tới một tệp không có. Xóa nó, hoặc chép tệp gốc vào chỗ đó"
    except OSError as error:
        return f"không đọc được ({error_reason(error)}). Kiểm tra tệp và quyền đọc tệp"
    except UnicodeDecodeError:
        return "tệp không ở bảng mã UTF-8. Lưu lại với bảng mã (Encoding) UTF-8"
    return None
