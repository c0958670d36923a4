"""Puts the days of one file into another of the same month, leaving all else as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agenda.model import YearMonth
from agenda.source.yaml.values import ValueProblem, parse_days

_DAY = re.compile(r"^  - ngay: *([^#\n]+?) *(?:#.*)?$")
_MONTH = re.compile(r"^thang: *([0-9]{4}-[0-9]{2})", re.MULTILINE)


class Unmergeable(ValueError):
    """Why two files cannot be put together, and the remedy, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The lines of one day, with the comments above it; `days` as written."""

    days: str
    lines: tuple[str, ...]


def merge_days(standing: str, added: str) -> str:
    """The standing text with those days of `added` that it has not, in the order of days.

    Raises `Unmergeable` where a day stands in both with different words, or where the standing
    file is not laid out day by day.
    """
    month = _MONTH.search(standing)
    before, blocks, after = _parts(standing)
    _, fresh, _ = _parts(added)
    if month is None or not blocks:
        raise Unmergeable("tệp đang có không có mục lich để thêm ngày; hãy thêm bằng tay")
    of = YearMonth.parse(month[1])
    known = {block.days: block for block in blocks}
    differing = [
        block.days
        for block in fresh
        if block.days in known and _words(known[block.days]) != _words(block)
    ]
    if differing:
        raise Unmergeable(
            f"ngày {', '.join(differing)} đã có trong tệp với nội dung khác; hãy xóa những ngày đó "
            "trong tệp rồi chạy lại, hoặc sửa bằng tay"
        )
    merged = [*blocks, *(block for block in fresh if block.days not in known)]
    merged.sort(key=lambda block: _first_day(block, of))
    lines = list(before)
    for block in merged:
        lines += [*block.lines, ""]
    return "\n".join([*lines, *after]).rstrip("\n") + "\n"


def _parts(text: str) -> tuple[list[str], list[_Block], list[str]]:
    """The lines up to `lich:`, the days, and the lines from the next key on."""
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
    """What a day says: without comments, codes and the breaks of lines."""
    said = [
        re.sub(r"ma: *\S+", "", line) for line in block.lines if not line.lstrip().startswith("#")
    ]
    return re.sub(r"[\s-]+", " ", " ".join(said)).strip()


def _first_day(block: _Block, month: YearMonth) -> tuple[int, int]:
    try:
        first, last = parse_days(block.days.strip("'\""), month)
    except ValueProblem as problem:
        raise Unmergeable(f'không đọc được ngày "{block.days}" trong tệp; hãy sửa lại') from problem
    return first.toordinal(), last.toordinal()
