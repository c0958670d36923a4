"""Keep the days that a document does not list apart from those with items."""

from agenda.model.calendar import dates_between
from agenda.source.scope import format_days
from agenda.source.writing.fields import set_key
from agenda.source.writing.schedule.items import month_of, read_month
from agenda.source.yaml.values import ValueProblem, parse_days

UNLISTED = "khong_neu"


def list_days(text: str, days: str) -> str:
    """Return the text of a month where `khong_neu` no longer has these days."""
    record = read_month(text)
    month = month_of(record)
    listed = set(dates_between(*parse_days(days, month)))
    kept: list[str] = []
    for each in record.texts(UNLISTED):
        try:
            span = tuple(dates_between(*parse_days(each, month)))
        except ValueProblem:
            span = ()
        if listed.isdisjoint(span):
            kept.append(each)
        elif others := [day for day in span if day not in listed]:
            kept += format_days(others).strip("[]").split(", ")
    unchanged = kept == list(record.texts(UNLISTED))
    return text if unchanged else set_key(text, record, UNLISTED, tuple(kept) or None)
