"""Generate amendments of realistic months, with the true matching of their items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from agenda.model import HalfDay, Item, Mention, Status, YearMonth

INSPECTION = "Kiểm tra cơ sở"
ADDITIONS = ("; mời Báo Hà Tĩnh dự, đưa tin", " (trực tuyến)", " tại trụ sở Sở", ", lần 2")
SYNONYMS = (
    ("Họp", "Hội ý"),
    ("Kiểm tra", "Đi kiểm tra"),
    ("Làm việc với", "Tiếp và làm việc với"),
    ("Dự", "Tham dự"),
    ("triển khai", "thực hiện"),
    ("nội dung", "một số nội dung"),
    ("Hội nghị", "Dự Hội nghị"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """An item of the later revision without its code, and the codes of its possible earlier items.

    An empty `truth` means that the item is new. `how` names the change.
    """

    item: Item
    truth: frozenset[str]
    how: str


def repeat_inspections(items: Sequence[Item], random: Random) -> list[Item]:
    """Return the items with equal words at four times, as in the agenda of May 2021."""
    chosen = set(random.sample(range(len(items)), min(4, len(items))))
    office = (Mention(text="Văn phòng", entry=None),)
    return [
        replace(item, text=INSPECTION, preparers=office) if index in chosen else item
        for index, item in enumerate(items)
    ]


def amended_items(
    items: Sequence[Item], others: Sequence[Item], random: Random
) -> Iterator[Amended]:
    """Yield the items of a later revision: moved, reworded, swapped, split, cancelled and new ones.

    Some items are dropped. The new ones are taken from `others`.
    """
    month = items[0].month
    swapped = _swaps(items, random)
    for index, item in enumerate(items):
        bare = replace(item, code="")
        same = frozenset({item.code})
        if index in swapped:
            other = items[swapped[index]]
            slot = replace(bare, first=other.first, last=other.last, half_day=other.half_day)
            yield Amended(item=slot, truth=same, how="swapped")
            continue
        how = random.choices(
            ("kept", "moved", "half", "reworded", "both", "leader", "cancelled", "split", "gone"),
            (60, 9, 3, 9, 3, 5, 3, 3, 5),
        )[0]
        match how:
            case "moved" | "half" | "reworded" | "both":
                changed = _changed(bare, how, month, random)
                yield Amended(item=changed, truth=same, how=how)
            case "leader":
                leader = (Mention(text="Đ/c Mới PGĐ", entry=None),)
                yield Amended(item=replace(bare, leaders=leader), truth=same, how=how)
            case "cancelled":
                yield Amended(item=replace(bare, status=Status.CANCELLED), truth=same, how=how)
            case "split" if (parts := _parts(bare.text)) is not None:
                for part in parts:
                    yield Amended(item=replace(bare, text=part), truth=same, how=how)
            case "gone":
                pass
            case _:
                yield Amended(item=bare, truth=same, how="kept")
    yield from _new(items, others, random)


def _new(items: Sequence[Item], others: Sequence[Item], random: Random) -> Iterator[Amended]:
    month, known = items[0].month, {item.text for item in items}
    for item in random.sample(list(others), 2):
        if item.text not in known:
            day = month.first + timedelta(random.randrange(28))
            new = replace(item, code="", month=month, first=day, last=day)
            yield Amended(item=new, truth=frozenset(), how="new")


def _changed(item: Item, how: str, month: YearMonth, random: Random) -> Item:
    if how in ("moved", "both"):
        length = item.last - item.first
        day = month.first + timedelta(random.randrange(28))
        item = replace(item, first=day, last=day + length)
    if how == "half":
        afternoon = item.half_day is HalfDay.AFTERNOON
        item = replace(item, half_day=HalfDay.MORNING if afternoon else HalfDay.AFTERNOON)
    if how in ("reworded", "both"):
        item = replace(item, text=_reworded(item.text, random))
    return item


def _reworded(text: str, random: Random) -> str:
    for old, new in random.sample(SYNONYMS, len(SYNONYMS)):
        if old in text and random.random() < 0.7:
            return text.replace(old, new, 1)
    head, comma, tail = text.rpartition(", ")
    if comma and random.random() < 0.5:
        return head if random.random() < 0.5 else f"{tail[0].upper()}{tail[1:]}, {head}"
    return text + random.choice(ADDITIONS)


def _parts(text: str) -> tuple[str, str] | None:
    for sign in ("; ", " và ", ", "):
        head, found, tail = text.partition(sign)
        if found and min(len(head.split()), len(tail.split())) >= 3:
            return head, tail[0].upper() + tail[1:]
    return None


def _swaps(items: Sequence[Item], random: Random) -> dict[int, int]:
    """Return the indices of two items that change places."""
    single = [index for index, item in enumerate(items) if item.first == item.last]
    if len(single) < 2:
        return {}
    one, other = random.sample(single, 2)
    return {one: other, other: one}
