"""Merge the days of one file into another of the same month, without other changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agenda.model import YearMonth
from agenda.model.calendar import dates_between
from agenda.source.scope import format_days
from agenda.source.yaml.values import ValueProblem, parse_days

_ADDITION = "bo_sung: true"
_DAY = re.compile(r"^  - ngay: *([^#\n]+?) *(?:#.*)?$")
_MONTH = re.compile(r"^thang: *([0-9]{4}-[0-9]{2})", re.MULTILINE)


class Unmergeable(ValueError):
    """The reason why two files cannot be merged, and the remedy, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The lines of one day, with the comments above them; `days` as written."""

    days: str
    lines: tuple[str, ...]


def merge_days(existing: str, added: str) -> str:
    """Return the existing text with the days that only `added` has, in the order of days.

    Raises `Unmergeable` if a day has different words in both, or if the existing file does not
    list its days.
    """
    month = _MONTH.search(existing)
    before, blocks, after = _split_text(existing)
    added_before, added_blocks, _ = _split_text(added)
    if month is None or not blocks:
        raise Unmergeable("tệp đang có không có mục lich để thêm ngày; hãy thêm bằng tay")
    of = YearMonth.parse(month[1])
    known = {block.days: block for block in blocks}
    differing = [
        block.days
        for block in added_blocks
        if block.days in known and _words(known[block.days]) != _words(block)
    ]
    if differing:
        raise Unmergeable(
            f"ngày {', '.join(differing)} đã có trong tệp với nội dung khác; hãy xóa những ngày đó "
            "trong tệp rồi chạy lại, hoặc sửa bằng tay"
        )
    merged = [*blocks, *(block for block in added_blocks if block.days not in known)]
    merged.sort(key=lambda block: _bounds(block.days, of))
    if _ADDITION in before and _ADDITION not in added_before:
        raise Unmergeable(
            "tệp đang có là lịch bổ sung (bo_sung: true), văn bản này thì không; hãy nhập thành "
            "lần điều chỉnh khác bằng --revision"
        )
    lines = list(before)
    for key in ("pham_vi", "khong_neu"):
        lines = _with_days_of_both(lines, added_before, key, of)
    for block in merged:
        lines += [*block.lines, ""]
    return "\n".join([*lines, *after]).rstrip("\n") + "\n"


def _with_days_of_both(
    lines: Sequence[str], added: Sequence[str], key: str, month: YearMonth
) -> list[str]:
    """Return the lines with the days that `key` has in either file.

    A file without a scope covers the whole month, which no other scope extends.
    """
    own, other = _days_line(lines, key), _days_line(added, key)
    if other is None or (own is None and key == "pham_vi"):
        return list(lines)
    if own is None:
        return [*lines[: _start(lines)], added[other], *lines[_start(lines) :]]
    days = {day for line in (lines[own], added[other]) for day in _days(line, month)}
    return [*lines[:own], f"{key}: {format_days(days)}", *lines[own + 1 :]]


def _days_line(lines: Sequence[str], key: str) -> int | None:
    return next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)


def _start(lines: Sequence[str]) -> int:
    """Return the index behind the line of the month."""
    return next(n + 1 for n, line in enumerate(lines) if _MONTH.match(line))


def _days(line: str, month: YearMonth) -> Iterator[date]:
    written = line.partition(":")[2].partition("#")[0].strip().strip("[]")
    if not written:
        raise Unmergeable(f'không đọc được dòng "{line}" trong tệp; hãy viết như {line} [7, 14-16]')
    for part in written.split(","):
        yield from dates_between(*_bounds(part.strip(), month))


def _split_text(text: str) -> tuple[list[str], list[_Block], list[str]]:
    """Return the lines up to `lich:`, the days, and the lines from the next key on."""
    lines = text.split("\n")
    start = next((n + 1 for n, line in enumerate(lines) if line.startswith("lich:")), len(lines))
    end = next((n for n in range(start, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    while end > start and lines[end - 1].startswith("#"):
        end -= 1
    return lines[:start], list(_blocks(lines[start:end])), lines[end:]


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    block: list[str] = []
    days = ""
    for number, line in enumerate(lines):
        if (match := _DAY.match(line)) is not None:
            comments = _comments_above(lines, number)
            if days:
                yield _Block(days=days, lines=_trimmed(block[: len(block) - comments]))
            block = list(lines[number - comments : number])
            days = match[1]
        block.append(line)
    if days:
        yield _Block(days=days, lines=_trimmed(block))


def _comments_above(lines: Sequence[str], number: int) -> int:
    count = 0
    while number - count > 0 and lines[number - count - 1].startswith("  #"):
        count += 1
    return count


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def _words(block: _Block) -> str:
    """Return the words of a day, without comments, codes and line breaks."""
    lines = [
        re.sub(r"ma: *\S+", "", line) for line in block.lines if not line.lstrip().startswith("#")
    ]
    return re.sub(r"[\s-]+", " ", " ".join(lines)).strip()


def _bounds(days: str, month: YearMonth) -> tuple[date, date]:
    try:
        return parse_days(days.strip("'\""), month)
    except ValueProblem as problem:
        raise Unmergeable(f'không đọc được ngày "{days}" trong tệp; hãy sửa lại') from problem
