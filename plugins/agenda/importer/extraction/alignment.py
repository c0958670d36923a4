"""Align the lines of a neighbouring cell (units, leaders, venues) with items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from agenda.importer.datamodel.document import PAGE
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.segmentation.listed_names import begins_name, is_collective, names_of

LEVEL_TOLERANCE = 4.0
"""The largest difference in height between two level lines, in points."""

_BEGINNING = (
    r"(?:[ĐD]/[cC]\b|Đồng chí\b|Phòng\b|P\.|Văn phòng\b|Ban\b|Trung tâm\b|Thanh tra\b"
    r"|Lãnh đạo\b|Thành viên\b)"
)
_NAME_BEGINS = re.compile(rf";\s+|(?<![;,])\s+(?={_BEGINNING})")
_RUN_ON = re.compile(rf"(?<![;,])\s{_BEGINNING}")
"""The start of a name that only a space separates from the name before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentMark:
    """The start of an item: its height, its text, and the index of its half-day."""

    top: float | None = None
    half_day_index: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The lines of each item; `sure` if another reading is unlikely.

    `method` describes in Vietnamese how lines and items were matched; empty if nothing was to
    match.
    """

    shares: tuple[tuple[str, ...], ...]
    sure: bool = True
    method: str = ""


def align(lines: Sequence[TextLine], marks: Sequence[AlignmentMark]) -> Alignment:
    """Assign every filled line of a cell to an item beside it."""
    names = names_of(lines)
    texts = [name.text for name in names]
    if not names or not marks:
        return Alignment(shares=((),) * len(marks))
    if len(marks) == 1:
        return Alignment(shares=(_merge_texts(texts),))
    if len(names) == 1:
        run_together = _split_names(names[0].text, len(marks))
        return run_together or _share_one_name(names[0], marks)
    blocks = _split_blocks(lines)
    printed = [line.text for line in lines if line.text]
    has_fragment = any(" " not in text and text not in texts for text in printed)
    if len(names) < len(printed) == len(marks) and not has_fragment:
        return Alignment(
            shares=tuple((text,) for text in printed),
            method="ghép lần lượt từng dòng in với từng việc",
            sure=False,
        )
    by_height = _align_by_height(names, marks)
    if by_height is not None:
        return by_height
    if len(names) == len(marks):
        return Alignment(
            shares=tuple((text,) for text in texts), method="ghép lần lượt từng dòng với từng việc"
        )
    covers_all_names = sum(map(len, blocks)) == len(names)
    if len(blocks) == len(marks) and covers_all_names:
        return Alignment(shares=tuple(map(tuple, blocks)), method="ghép theo các đoạn cách nhau")
    return _align_by_count(texts, marks)


def _merge_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts without repetitions; join a text to the one before that ends with ";"."""
    joined: list[str] = []
    for text in dict.fromkeys(texts):
        if joined and joined[-1].endswith(";"):
            joined[-1] += f" {text}"
        else:
            joined.append(text)
    return tuple(joined)


def _split_names(text: str, count: int) -> Alignment | None:
    """Split names run together in one line, if their number is that of the items."""
    pieces = _NAME_BEGINS.split(text)
    if len(pieces) != count or not _RUN_ON.search(text):
        return None
    return Alignment(
        shares=tuple((piece.strip(" ;"),) for piece in pieces),
        method="các tên in liền một dòng: tách ra, ghép lần lượt với từng việc",
        sure=False,
    )


def _share_one_name(name: TextLine, marks: Sequence[AlignmentMark]) -> Alignment:
    """Assign one line to all items, unless it is level with a later one.

    A collective name may be level with a later item because its cell is centred.
    """
    level_items = [number for number, mark in enumerate(marks) if _is_level(name.top, mark.top)]
    last_half_day = (
        len({mark.half_day_index for mark in marks}) > 1 and level_items and level_items[0] > 0
    )
    is_collective_name = is_collective(name.text)
    level_with_later = (
        bool(level_items) and level_items[0] > 0 and (last_half_day or len(level_items) == 1)
    )
    if level_with_later and not is_collective_name:
        shares = tuple(
            (name.text,) if number == level_items[0] else () for number in range(len(marks))
        )
        return Alignment(shares=shares, method="chỉ ghi cho việc đứng ngang hàng", sure=False)
    same_text = len({mark.text for mark in marks}) == 1
    half_day_indexes = [mark.half_day_index for mark in marks]
    one_item_each = len(set(half_day_indexes)) == len(half_day_indexes)
    as_many_names = name.text.strip(" ;").count(";") + 1 == len(marks)
    return Alignment(
        shares=((name.text,),) * len(marks),
        method="ghi một lần, tính cho tất cả các việc bên cạnh",
        sure=not level_with_later
        and not (len(marks) > 1 and _RUN_ON.search(name.text))
        and (same_text or (one_item_each and not as_many_names) or is_collective_name),
    )


def _align_by_height(names: Sequence[TextLine], marks: Sequence[AlignmentMark]) -> Alignment | None:
    """Assign by height, if each line is level with an item, or each item has a level line."""
    tops = [mark.top for mark in marks]
    if any(top is None for top in tops) or any(name.top is None for name in names):
        return None
    known = [top for top in tops if top is not None]
    if any(below <= above for above, below in pairwise(known)):
        return None
    level_items = [
        next((number for number, top in enumerate(known) if _is_level(name.top, top)), None)
        for name in names
    ]
    if None in level_items and (
        len(names) <= len(marks) or len(set(level_items) - {None}) < len(marks)
    ):
        return None
    shares: list[list[str]] = [[] for _ in marks]
    current = 0
    for name, number in zip(names, level_items, strict=True):
        current = number if number is not None else current
        shares[current].append(name.text)
    method = "ghép theo độ cao của dòng trên trang"
    sure = all(shares) and (len(names) == len(marks) or not _evenly_spaced(names))
    return Alignment(shares=tuple(map(tuple, shares)), method=method, sure=sure)


def _evenly_spaced(names: Sequence[TextLine]) -> bool:
    """Tell whether the lines are evenly spaced, and so level with items by chance."""
    tops = [name.top for name in names if name.top is not None]
    steps = [below - above for above, below in pairwise(tops) if below - above < PAGE / 2]
    return not steps or max(steps) < 1.4 * min(steps)


def _split_blocks(lines: Sequence[TextLine]) -> list[list[str]]:
    """Group the lines by the empty lines between them or else by paragraph."""
    blocks: list[list[TextLine]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    filled = [block for block in blocks if block]
    if len(filled) == 1:
        by_paragraph: dict[int, list[TextLine]] = {}
        for line in filled[0]:
            by_paragraph.setdefault(line.paragraph, []).append(line)
        filled = list(by_paragraph.values())
    return [[name.text for name in names_of(block)] for block in filled]


def _align_by_count(texts: Sequence[str], marks: Sequence[AlignmentMark]) -> Alignment:
    half_day_indexes = list(dict.fromkeys(mark.half_day_index for mark in marks))
    if len(texts) == len(half_day_indexes):
        shares = tuple((texts[half_day_indexes.index(mark.half_day_index)],) for mark in marks)
        return Alignment(shares=shares, method="ghép mỗi dòng với một buổi", sure=False)
    if len(texts) < len(marks):
        padded = [(text,) for text in texts] + [()] * (len(marks) - len(texts))
        return Alignment(
            shares=tuple(padded),
            sure=False,
            method=f"{len(marks)} việc mà chỉ {len(texts)} dòng: ghép lần lượt từ trên xuống",
        )
    return Alignment(
        shares=_best_groups(tuple(texts), len(marks)),
        sure=False,
        method=f"{len(marks)} việc mà có {len(texts)} dòng: ghép theo dấu nối giữa các dòng",
    )


def _best_groups(texts: tuple[str, ...], count: int) -> tuple[tuple[str, ...], ...]:
    """Split the texts into `count` groups, none empty, with the lowest joining cost."""

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return _joining_cost(texts[start:]), (len(texts),)
        options = []
        for end in range(start + 1, len(texts) - left + 2):
            cost, ends = best(end, left - 1)
            options.append((_joining_cost(texts[start:end]) + cost, (end, *ends)))
        return min(options)

    _, ends = best(0, count)
    return tuple(texts[start:end] for start, end in zip((0, *ends), ends, strict=False))


def _joining_cost(texts: Sequence[str]) -> float:
    """Return the cost of joining texts: 0 if each but the last shows that it continues."""
    costs = {";": 0.2, ",": 0.1, "&": 0.0}
    return sum(
        costs.get(before.rstrip()[-1:], 1.0 if begins_name(after) else 0.5)
        for before, after in pairwise(texts)
    )


def _is_level(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= LEVEL_TOLERANCE
