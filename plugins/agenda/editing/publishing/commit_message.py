"""Write the message of a commit from the names of its files, never from their words."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from agenda.source.file_names import DAYS_OFF, DIRECTORY, WITHDRAWALS, parse_month_file
from agenda.vietnam.dates import month_name

_SHOWN = 4
"""The number of files that a message names; the rest are counted."""

_VERBS = {"A": "Thêm", "D": "Bỏ"}
_OTHERS = {DIRECTORY: "danh bạ", DAYS_OFF: "ngày nghỉ", WITHDRAWALS: "lời khai đã gỡ"}


def describe_files(name_status: bytes) -> str:
    """Return a message for the output of `git diff --name-status -z`."""
    words = list(dict.fromkeys(_words(name_status)))
    more = [f"và {len(words) - _SHOWN} tệp khác"] if len(words) > _SHOWN else []
    first, *rest = [*words[:_SHOWN], *more] or ["Cập nhật trang"]
    return "; ".join([first, *(f"{each[0].lower()}{each[1:]}" for each in rest)])


def _words(name_status: bytes) -> Iterator[str]:
    parts = [os.fsdecode(part) for part in name_status.split(b"\0") if part]
    for state, name in zip(parts[::2], parts[1::2], strict=True):
        yield f"{_VERBS.get(state, 'Sửa')} {_noun(name)}"


def _noun(name: str) -> str:
    path = PurePosixPath(name)
    month = parse_month_file(Path(path.name))
    if month is not None:
        number = f"điều chỉnh lần {month.number}, " if month.number else "chương trình công tác "
        return number + month_name(month.month)
    return _OTHERS.get(path.name) or f"tệp {path.name}"
