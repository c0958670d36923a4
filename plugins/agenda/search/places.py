"""Make search records of the words of a month outside its items: focus, caveat, days, documents."""

from collections.abc import Iterator
from datetime import date

from agenda.history.update_words import update_line
from agenda.history.updates import updates_of
from agenda.model import Correction, Month, Revision, ScheduleEntry
from agenda.model.calendar import dates_between
from agenda.search.records import DAY_LABEL, MONTH_PLACE, SearchRecord, spellings
from agenda.site.urls import (
    CAVEAT_ANCHOR,
    CORRECTIONS_ANCHOR,
    FOCUS_ANCHOR,
    SOURCE_ANCHOR,
    day_url,
    month_url,
    on_page,
    update_url,
)
from agenda.vietnam.dates import date_ranges, full_date, long_date, month_title, weekday_name


def place_records(month: Month) -> Iterator[SearchRecord]:
    """Yield a record for each text that the pages of a month print outside of items."""
    revision, page = month.current, month_url(month.month)
    for number, paragraph in enumerate(revision.focus, 1):
        url = on_page(page, f"{FOCUS_ANCHOR}-{number}")
        yield _month_place(month, "Nội dung trọng tâm", url, paragraph)
    if revision.caveat:
        yield _month_place(month, "Lưu ý", on_page(page, CAVEAT_ANCHOR), revision.caveat)
    documents = map(_document_text, month.revisions)
    yield _month_place(month, "Văn bản", on_page(page, SOURCE_ANCHOR), *documents)
    if revision.corrections:
        url = on_page(page, CORRECTIONS_ANCHOR)
        yield _month_place(month, "Hiệu đính", url, *map(_correction_text, revision.corrections))
    for listed in updates_of(month):
        url = update_url(month.month, listed.revision.number, listed.number)
        yield _month_place(month, "Cập nhật", url, update_line(listed.update))
    for entry in revision.entries:
        if entry.label:
            yield _day_label(month, entry, entry.label)


def _month_place(month: Month, kind: str, url: str, *texts: str) -> SearchRecord:
    return SearchRecord(
        first=month.month.first,
        last=month.month.first,
        half_day=MONTH_PLACE,
        shown={
            "url": url,
            "ngay": month.month.first.isoformat(),
            "khi": month_title(month.month),
            "loai": kind,
            "noi_dung": "; ".join(texts),
        },
        names=(),
        filters={"nam": (f"{month.month.year:04}",)},
        texts=tuple(map(spellings, texts)),
    )


def _day_label(month: Month, entry: ScheduleEntry, label: str) -> SearchRecord:
    first = max(entry.first, month.month.first)
    days = tuple(day for day in _days(entry) if day >= first)
    shown = {
        "url": day_url(first),
        "ngay": first.isoformat(),
        "khi": f"{weekday_name(first)}, {full_date(first)}",
        "loai": "Ghi ở ngày",
        "den": date_ranges(days) if first < entry.last else "",
        "noi_dung": label,
    }
    return SearchRecord(
        first=first,
        last=entry.last,
        half_day=DAY_LABEL,
        shown={field: text for field, text in shown.items() if text},
        names=(),
        filters={"nam": (f"{first.year:04}",)},
        texts=(spellings(label),),
    )


def _days(entry: ScheduleEntry) -> Iterator[date]:
    return (day for day in dates_between(entry.first, entry.last) if day not in entry.skipped)


def _document_text(revision: Revision) -> str:
    """Return what the page says about a document: title, number, date, signer, recipients."""
    document = revision.document
    title = f"Chương trình công tác {month_title(revision.month).lower()}"
    signer = " ".join(filter(None, (document.signer_title, document.signer)))
    parts = (
        f"{title}, điều chỉnh lần {revision.number}" if revision.number else title,
        f"Số {document.number}" if document.number else None,
        ", ".join(filter(None, (document.place, long_date(document.issued)))),
        f"Người ký: {signer}" if signer else None,
        document.origin,
        f"Nơi nhận: {'; '.join(revision.recipients)}" if revision.recipients else None,
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def _correction_text(correction: Correction) -> str:
    if correction.corrected is not None:
        return f"“{correction.printed}” sửa thành “{correction.corrected}”"
    return (
        f"“{correction.printed}”: {correction.doubt}"
        if correction.printed
        else correction.doubt or ""
    )
