"""Find the month, week or year of an agenda whose title does not name it completely."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Paragraph
from agenda.importer.layout.blocks import LayoutBlocks
from agenda.importer.layout.header import Header
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.title_dates import likely_month
from agenda.model import YearMonth
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import month_name

_DASHED = re.compile(r"(?<![\d/.-])(\d{1,2})-(\d{1,2})(?![\d/.-])")


def complete_period(
    header: Header, parts: LayoutBlocks, month: YearMonth | None, diagnostics: Diagnostics
) -> None:
    """Set the period of a header: that of the caller, of the dates, or of the signature."""
    texts = list(_day_texts(parts))
    if header.month is None and month is not None:
        header.month = month
    elif header.month is None and header.year and _covers_months(parts, texts, header.year):
        header.month = YearMonth(header.year, 1)
        header.week, header.weekly = (header.month.first, date(header.year, 12, 31)), True
        diagnostics.infer("month", BlockLocation(), f"lịch của cả năm {header.year}")
    elif header.month is None and (likely := likely_month(texts, header.year)) is not None:
        header.month = likely
        header.week = header.week or (_week_of(texts, likely) if header.weekly else None)
        diagnostics.infer("month", BlockLocation(), "lấy tháng theo các ngày ghi trong lịch")
    elif header.month is None and header.issued is not None:
        header.month = YearMonth.of(header.issued)
        diagnostics.doubt(
            "month",
            BlockLocation(),
            f"tiêu đề không ghi tháng; lấy {month_name(header.month)} theo ngày ký",
        )
    header.dashed = header.month is not None and _dates_with_dash(texts, header.month)


def _day_texts(parts: LayoutBlocks) -> Iterator[str]:
    """Yield the texts that may give the dates of the rows."""
    for sheet in parts.tables:
        yield sheet.day
        column = sheet.columns.first(Role.WHEN) or 0
        yield from (row.cells[column].text for row in sheet.rows)
    yield from (block.text for block in parts.listed if isinstance(block, Paragraph))


def _covers_months(parts: LayoutBlocks, texts: Sequence[str], year: int) -> bool:
    """Return whether a column has months, or the dates lie more than two weeks apart."""
    if any(sheet.columns.has(Role.MONTH) for sheet in parts.tables):
        return True
    days = _days(texts, DateContext(month=YearMonth(year, 6)))
    return bool(days) and days[-1] - days[0] > timedelta(14) and len({d.month for d in days}) > 1


def _week_of(texts: Sequence[str], month: YearMonth) -> tuple[date, date] | None:
    """Return the week of all dates of a week's document; None if they lie in several."""
    days = _days(texts, DateContext(month=month))
    weeks = {day - timedelta(day.weekday()) for day in days}
    return (min(weeks), min(weeks) + timedelta(6)) if len(weeks) == 1 else None


def _days(texts: Sequence[str], context: DateContext) -> list[date]:
    """Return the days that the beginnings of texts name with their month."""
    found: set[date] = set()
    for text in texts:
        beginning = text[:60]
        if re.search(r"\d\s*[/.]\s*\d|\d\s*tháng\s*\d", beginning):
            for span in read_dates(beginning, context).spans:
                found.update(dates_between(*span))
    return sorted(found)


def _dates_with_dash(texts: Sequence[str], month: YearMonth) -> bool:
    """Return whether a text has a date of the month that can be no range: "19-5"."""
    return any(
        int(match[2]) == month.month < int(match[1])
        for text in texts
        for match in _DASHED.finditer(text[:60])
    )
