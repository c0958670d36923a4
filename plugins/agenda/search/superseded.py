"""Make search records of what a month no longer says: dropped items and replaced wordings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from agenda.history.diff import Amendment, Difference, ItemField
from agenda.history.updates import updates_of
from agenda.model import Item, Month, Status
from agenda.search.records import (
    MONTH_PLACE,
    SEARCHED,
    SearchRecord,
    contains_words,
    record_of,
    spellings,
)
from agenda.site.urls import amendment_url
from agenda.vietnam.dates import day_heading, full_date, month_title, weekday_name


def superseded_records(month: Month, amendments: Sequence[Amendment]) -> Iterator[SearchRecord]:
    """Yield a record for each dropped item, and for each text that an amendment replaced."""
    dropped = dict(_dropped_items(month, amendments))
    for item, label in dropped.values():
        yield _dropped_item(month, item, label)
    last = {code: item for code, (item, _) in dropped.items()}
    last |= {item.code: item for item in month.items}
    for amendment in amendments:
        yield from _replaced_fields(month, amendment, last)
        yield from _replaced_labels(month, amendment)
        yield from _replaced_paragraphs(month, amendment)


def _dropped_items(
    month: Month, amendments: Iterable[Amendment]
) -> Iterator[tuple[str, tuple[Item, str]]]:
    """Yield the items that the month no longer has, by code; the last one of a code counts."""
    current = {item.code for item in month.items}
    for amendment in amendments:
        label = f"Không còn trong bản điều chỉnh lần {amendment.document.number}"
        for item in amendment.dropped:
            if item.code not in current:
                yield item.code, (item, label)
    for listed in updates_of(month):
        removed, day = listed.update.former_item, full_date(listed.update.day)
        if listed.update.new_item is None and removed is not None and removed.code not in current:
            yield removed.code, (removed, f"Đã bỏ khỏi chương trình, cập nhật {day}")


def _dropped_item(month: Month, item: Item, label: str) -> SearchRecord:
    """Return the record of an item that the page of its month strikes through."""
    record = record_of(replace(item, status=Status.PLANNED, moved_to=None, reason=None))
    return _of_month(month, {**record.shown, "trang_thai": label}, record.texts)


def _replaced_fields(
    month: Month, amendment: Amendment, last: Mapping[str, Item]
) -> Iterator[SearchRecord]:
    for change in amendment.changed:
        item = change.after
        remaining = record_of(last.get(item.code, item)).texts
        replaced = [each for each in change.differences if _is_replaced(each, remaining)]
        if replaced:
            day = f"{weekday_name(item.first)}, {full_date(item.first)}"
            before = [each.before or "" for each in replaced]
            yield _replaced(
                month,
                amendment,
                day,
                "; ".join(map(_labelled, replaced, before)),
                "; ".join(_labelled(each, each.after or "không ghi") for each in replaced),
                before,
            )


def _is_replaced(difference: Difference, remaining: Iterable[str]) -> bool:
    """Return whether a field was searched, and its words now stand nowhere in the item."""
    return (
        difference.before is not None
        and difference.field.value in SEARCHED
        and not _remains(difference.before, remaining)
    )


def _remains(words: str, texts: Iterable[str]) -> bool:
    return any(contains_words(text, words) for text in texts)


def _labelled(difference: Difference, text: str) -> str:
    is_text = difference.field is ItemField.TEXT
    return text if is_text else f"{difference.field.label}: {text}"


def _replaced_labels(month: Month, amendment: Amendment) -> Iterator[SearchRecord]:
    for each in amendment.labels:
        if each.before and not contains_words(each.after or "", each.before):
            after = each.after or "không ghi"
            day = day_heading(each.day)
            yield _replaced(month, amendment, day, each.before, after, [each.before])


def _replaced_paragraphs(month: Month, amendment: Amendment) -> Iterator[SearchRecord]:
    current = (*month.current.focus, month.current.caveat or "")
    for change in amendment.texts:
        after = "; ".join(each for each in change.after if each not in change.before)
        for before in change.before:
            if not _remains(before, current):
                title = f"{change.name}, {month_title(month.month).lower()}"
                yield _replaced(month, amendment, title, before, after or "không ghi", [before])


def _replaced(
    month: Month,
    amendment: Amendment,
    when: str,
    before: str,
    after: str,
    searched: Iterable[str],
) -> SearchRecord:
    number = amendment.document.number
    shown = {
        "url": amendment_url(month.month, number),
        "ngay": month.month.first.isoformat(),
        "khi": when,
        "loai": "Chữ đã thay",
        "trang_thai": f"Đã thay ở điều chỉnh lần {number}",
        "ly_do": f"Nay là: {after}",
        "noi_dung": before,
    }
    return _of_month(month, shown, map(spellings, searched))


def _of_month(month: Month, shown: Mapping[str, str], texts: Iterable[str]) -> SearchRecord:
    return SearchRecord(
        first=month.month.first,
        last=month.month.first,
        half_day=MONTH_PLACE,
        shown=shown,
        names=(),
        filters={"nam": (f"{month.month.year:04}",)},
        texts=tuple(texts),
    )
