"""Find codes of withdrawn items that a build gives to other items."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from agenda.build.ledger_check.traces import is_traced, plain
from agenda.exports.json_rows import item_row
from agenda.history.ledger import Kind, Ledger, Violation, ViolationKind
from agenda.model import Agenda, Correction, Item, Month
from agenda.site.urls import month_data_url, month_url, on_page

ReadVersions: TypeAlias = Callable[[str], Iterable[bytes]]
"""Return every published version of a file by its URL, the newest first."""

_WORDS = ("noi_dung", "chuan_bi", "lanh_dao")
"""The fields that tell an appointment from others; its day and hour may change."""

_REUSED = "mã của việc đã gỡ nay ở việc khác: xóa dòng ma của việc ấy, rồi agenda check --fix"


def find_reused_codes(
    agenda: Agenda, live: Ledger, new: Ledger, versions: ReadVersions
) -> tuple[Violation, ...]:
    """Return the anchors of withdrawn items at which another item would stand.

    What a withdrawn item said is in an earlier version of the JSON of its month. An item of which
    no version is left cannot be told from another and needs a new declaration.
    """
    return tuple(
        Violation(url=url, kind=live[url].kind, violation_kind=ViolationKind.CHANGED, what=_REUSED)
        for month in agenda.months
        if (restored := _restored(month, live, new))
        for published in [_last_published(restored, versions(month_data_url(month.month)))]
        for url, item in restored.items()
        if not _is_same(published.get(url), item, _corrections(month))
    )


def _restored(month: Month, live: Ledger, new: Ledger) -> dict[str, Item]:
    """Return the newest form of every withdrawn item that is back, by the URL of its anchor."""
    page = month_url(month.month)
    items = {
        on_page(page, f"cv-{item.code}"): item
        for revision in month.revisions
        for item in revision.items
    }
    return {
        url: item
        for url, item in items.items()
        if url in live and live[url].kind is Kind.TOMBSTONE and new[url].kind is not Kind.TOMBSTONE
    }


def _last_published(urls: Iterable[str], versions: Iterable[bytes]) -> dict[str, Mapping[str, Any]]:
    """Return the newest published row of each item by the URL of its anchor."""
    missing, found = set(urls), dict[str, Mapping[str, Any]]()
    for content in versions:
        rows = {f"cv-{row['ma']}": row for row in _rows(content)}
        for url in [url for url in missing if url.partition("#")[2] in rows]:
            found[url] = rows[url.partition("#")[2]]
            missing.remove(url)
        if not missing:
            break
    return found


def _rows(content: bytes) -> Iterator[Mapping[str, Any]]:
    """Yield the items of a published month, as far as it can be read."""
    try:
        data = json.loads(content)
        for day in data["ngay"]:
            for row in day["muc"]:
                if row["ma_day_du"] == f"{data['thang']}-{row['ma']}":
                    yield {"ma": row["ma"], **{key: plain(row[key]) for key in _WORDS}}
    except (ValueError, TypeError, KeyError, RecursionError):
        return


def _corrections(month: Month) -> list[Correction]:
    return [each for revision in month.revisions for each in revision.corrections]


def _is_same(
    published: Mapping[str, Any] | None, item: Item, corrections: Iterable[Correction]
) -> bool:
    if published is None:
        return False
    now = {key: plain(value) for key, value in item_row(item, "", "").items()}
    on_day = [each for each in corrections if each.day in (None, item.first)]
    return all(
        published[key] == now[key] or is_traced(key, published[key], now[key], on_day)
        for key in _WORDS
    )
