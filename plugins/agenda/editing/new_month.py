"""Write the file of a new month, with all its days and a document to be completed."""

from datetime import date

from agenda.editing.months import SetHeader, read_header
from agenda.model import Agenda, YearMonth
from agenda.source.writing.skeleton import draft_month
from agenda.vietnam.holidays import WorkCalendar

_REPEATED = ("noi_ban_hanh", "nguoi_ky", "chuc_vu", "noi_nhan")
"""The keys whose values are mostly those of the month before."""


def new_month(agenda: Agenda, calendar: WorkCalendar, month: YearMonth, issued: date) -> str:
    """Return the text of a file for a month whose document is signed on `issued`."""
    text = draft_month(month, calendar)
    base = read_header(text)
    values = {**base, **_repeated(agenda, month), "ngay_ban_hanh": issued.isoformat()}
    return SetHeader(base=base, values=values).apply(text)


def _repeated(agenda: Agenda, month: YearMonth) -> dict[str, str | tuple[str, ...] | None]:
    """Return the values of the newest earlier month."""
    earlier = [each for each in agenda.months if each.month < month]
    if not earlier:
        return {}
    revision = earlier[-1].current
    document = revision.document
    values = (document.place, document.signer, document.signer_title, revision.recipients or None)
    return dict(zip(_REPEATED, values, strict=True))
