"""Merge the days of one file into another of the same month, without other changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agenda.model import YearMonth
from agenda.source.yaml.values import ValueProblem, parse_days

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
    _, added_blocks, _ = _split_text(added)
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
    merged.sort(key=lambda block: _first_day(block, of))
    lines = list(before)
    for block in merged:
        lines += [*block.lines, ""]
    return "\n".join([*lines, *after]).rstrip("\n") + "\n"


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


def _first_day(block: _Block, month: YearMonth) -> tuple[int, int]:
    try:
        first, last = parse_days(block.days.strip("'\""), month)
    except ValueProblem as problem:
        raise Unmergeable(f'không đọc được ngày "{block.days}" trong tệp; hãy sửa lại') from problem
    return first.toordinal(), last.toordinal()
