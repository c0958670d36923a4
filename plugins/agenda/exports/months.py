"""Convert a month to JSON: `/du-lieu/2021-05.json`."""

import json
from collections.abc import Mapping

from agenda.exports.json_rows import Row, item_row, update_row
from agenda.history.updates import updates_of
from agenda.model import Correction, Day, Item, Month, Revision, SignedDocument
from agenda.model.composition import documents_on
from agenda.site.urls import (
    day_url,
    month_data_url,
    month_url,
    original_url,
    relative_url,
)
from agenda.site.views.month.provenance import revision_link


def month_content(month: Month, home: str) -> str:
    """Return the newest revision of a month as JSON; see `month_data`."""
    return json_text(month_data(month, home))


def month_data(month: Month, home: str) -> Row:
    """Return the newest revision of a month: all its days, each with its items.

    An item of several days is repeated on each of them, as on the page of the month.
    """
    file_url = month_data_url(month.month)
    revision = month.current
    items = {item.key: item for day in month.days for item in day.items}
    rows = {key: item_row(item, file_url, home) for key, item in items.items()}
    data: Row = {
        "thang": str(month.month),
        "ban": revision.number,
        "url": relative_url(file_url, month_url(month.month), home),
        "van_ban": _document(revision.document, file_url, home),
        "cac_ban": [_revision(month, each, file_url, home) for each in month.revisions],
        "trong_tam": list(revision.focus),
        "luu_y": revision.caveat,
        "ngay": [
            {
                "ngay": day.date.isoformat(),
                "url": relative_url(file_url, day_url(day.date), home),
                "nghi": "; ".join(day.labels) or None,
                "muc": _unique_rows(rows, day.items),
                **_documents_of_day(month, day),
            }
            for day in month.days
        ],
        "noi_nhan": list(revision.recipients),
        "hieu_dinh": [_correction(each) for each in revision.corrections],
    }
    updates = [update_row(each.update, each.revision.number) for each in updates_of(month)]
    return data | {"cap_nhat": updates} if updates else data


def json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _documents_of_day(month: Month, day: Day) -> Row:
    """Return the numbers of the day's documents, if the month consists of several."""
    if not month.composed:
        return {}
    return {"ban": [each.number for each in documents_on(month, day.date)]}


def _unique_rows(rows: Mapping[str, Row], items: tuple[Item, ...]) -> list[Row]:
    return [rows[key] for key in dict.fromkeys(item.key for item in items)]


def _document(document: SignedDocument, file_url: str, home: str) -> Row:
    file = document.file
    return {
        "so": document.number,
        "noi_ban_hanh": document.place,
        "ngay_ban_hanh": document.issued.isoformat(),
        "nguoi_ky": document.signer,
        "chuc_vu": document.signer_title,
        "tep": relative_url(file_url, original_url(file), home) if file else None,
        "nguon": document.origin,
    }


def _correction(correction: Correction) -> Row:
    return {
        "ngay": correction.day.isoformat() if correction.day else None,
        "nguyen_van": correction.printed or None,
        "sua_thanh": correction.corrected,
        "nghi_van": correction.doubt,
    }


def _revision(month: Month, revision: Revision, file_url: str, home: str) -> Row:
    return {
        "ban": revision.number,
        "so": revision.document.number,
        "ngay_ban_hanh": revision.document.issued.isoformat(),
        "url": relative_url(file_url, revision_link(month, revision).url, home),
        **_scope(revision),
    }


def _scope(revision: Revision) -> Row:
    """Return the days that a document covers; nothing if it covers the whole month."""
    if revision.scope is None:
        return {}
    if revision.is_addition:
        return {"bo_sung": True}
    return {"pham_vi": [day.isoformat() for day in revision.scope]}
