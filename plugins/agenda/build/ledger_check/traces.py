"""Tell whether a page itself says that one of its values changed."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import unquote

from agenda.history.ledger import Kind, Ledger, is_newly_declared
from agenda.model import Correction
from agenda.vietnam.privacy.detector import WITHHELD, is_redaction

STATUS = {"trang_thai": "tình trạng", "doi_sang": "lịch mới", "ly_do": "lý do"}
"""The fields of a status and their Vietnamese names."""

FILE, ORIGIN = "tệp bản ký", "nguồn"
CORRECTIONS = "hiệu đính"
RESTORED = "khôi phục việc"
"""An item that was withdrawn is back: the page still notes that it was."""


def is_traced(what: str, old: object, new: object, corrections: Collection[Correction]) -> bool:
    """Tell whether the page itself says that the value changed, or what it was.

    `what` is the Vietnamese name of the value.
    """
    if what == RESTORED:
        return True
    if what in STATUS.values():
        return bool(new)  # an item without a status does not tell that it had one
    if what in (FILE, ORIGIN) and not old:
        return True  # may come later
    match old, new:
        case _, [only] if only == WITHHELD:
            return True
        case [*rows], [*more] if what == CORRECTIONS:
            return all(row in more for row in rows)
        case str(), str():
            return is_redaction(old, new) or any(
                each.corrected is not None and old.replace(each.printed, each.corrected) == new
                for each in corrections
            )
        case [*old_parts], [*new_parts] if len(old_parts) == len(new_parts):
            return all(
                before == after or is_traced(what, before, after, corrections)
                for before, after in zip(old_parts, new_parts, strict=True)
            )
    return False


def is_file_declared(before: Mapping[str, Any], live: Ledger, new: Ledger) -> bool:
    """Tell whether a new declaration names the published signed file of a month.

    The file stands in the data of the month as a URL with or without a host.
    """
    file = unquote(before["van_ban"].get("tep") or "")
    return any(
        is_newly_declared(entry, now)
        for url, entry in live.items()
        if entry.kind is Kind.FILE and file.endswith(f"/{url}")
        if (now := new.get(f"{url}/") or new.get(url)) is not None
    )


def plain(value: Any) -> Any:
    """Return a field without what the directory knows of the names in it."""
    return [each["ten"] for each in value] if isinstance(value, list) else value
