"""Read agendas without a table: a line for each day, followed by its items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Paragraph, Table
from agenda.importer.layout.day_headings import DayHeading, read_heading
from agenda.importer.layout.sections import is_caveat
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.lexicon.dates import DateContext, DateMention
from agenda.importer.lexicon.half_days import announced_half_days
from agenda.importer.lexicon.leader_names import leader_heading
from agenda.importer.lexicon.lines import TextLine, read_paragraphs, split_sign
from agenda.importer.lexicon.times import leading_times
from agenda.importer.lexicon.weeks import is_week_heading, read_week
from agenda.importer.tables.row_days import correct_year, doubt_other_week
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import YearMonth

_SECTION = re.compile(r"^(?:[IVX]{1,4}|[B-H])\s*[./)-]\s*(?=[A-ZĐ])")
"""The beginning of a section behind the list: "C. Tổ chức thực hiện"."""

_MONTH_LINE = re.compile(
    r"(?:\d{1,2}\.|[IVX]+\.|[-+*•])?\s*tháng\s*(\d{1,2})\s*[:.]?", re.IGNORECASE
)

_FOOT = re.compile(
    r"^\s*(?:(?i:nơi\s+nhận)"
    r"|(?i:(?:phân\s+công\s+|lịch\s+)?trực\s+(?:lãnh\s+đạo|ban|cơ\s+quan|tuần)\b[^:]*:)"
    r"|(?:PHÓ\s+)?GIÁM ĐỐC|KT\.|TL\.|TUQ\.|TM\.|CHÁNH VĂN PHÒNG)",
    re.MULTILINE,
)
"""The beginning of the text behind the last day."""

MIN_DAYS = 2
"""The fewest headings of days in an agenda."""

MIN_TITLE_DAYS = 3
"""The fewest days of a range that is part of the title, if nothing follows it."""


def find_list(blocks: Sequence[Paragraph | Table], context: DateContext) -> tuple[int, int] | None:
    """Return the start and the end of the list of days among the blocks, or None."""
    heads = [
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph) and begins_day(block.text.strip(), context)
    ]
    if len(heads) < MIN_DAYS and not _is_single_heading(blocks, heads, context):
        return None
    start, end = heads[0], heads[-1] + 1
    above = blocks[start - 1] if start else None
    if isinstance(above, Paragraph) and (
        _MONTH_LINE.fullmatch(above.text.strip())
        or _names_leader(above.text, heads_day=True) is not None
    ):
        start -= 1
    return start, find_list_end(blocks, end)


def _is_single_heading(
    blocks: Sequence[Paragraph | Table], heads: Sequence[int], context: DateContext
) -> bool:
    """Return whether the only heading names a time or a weekday with its date, outside tables."""
    if len(heads) != 1 or any(isinstance(block, Table) for block in blocks[heads[0] :]):
        return False
    heading = read_heading(blocks[heads[0]].text.strip(), context)  # type: ignore[union-attr]
    when = heading.when if heading else None
    return when is not None and bool(when.spans) and bool(when.start or when.weekdays)


def find_list_end(blocks: Sequence[Paragraph | Table], start: int) -> int:
    """Return the index of the first block from `start` on that stands behind the list."""
    end = start
    while end < len(blocks) and not _is_foot(blocks[end]):
        end += 1
    return end


def begins_item(paragraph: Paragraph) -> bool:
    """Return whether a paragraph begins with a half-day or a time."""
    _, text = split_sign(paragraph.text.strip())
    return bool(announced_half_days(text)) or leading_times(text) is not None


def _names_leader(text: str, *, heads_day: bool) -> str | None:
    """Return the leader whose days follow a line: "2. Phó Giám đốc Hoàn:"; else None.

    Without a colon, the heading of a day must follow: other lines name leaders who take part.
    """
    _, plain = split_sign(text.strip())
    return leader_heading(plain) if heads_day or plain.rstrip().endswith((":", "：")) else None


def begins_day(text: str, context: DateContext) -> bool:
    """Return whether a line is the heading of a day, not the period in a title."""
    heading = read_heading(text, context)
    if heading is None:
        return False
    spans = heading.when.spans
    return bool(heading.rest) or not spans or (spans[-1][1] - spans[0][0]).days < MIN_TITLE_DAYS


def read_list(
    blocks: Sequence[Paragraph | Table],
    context: DateContext,
    diagnostics: Diagnostics,
    day: date | None = None,
) -> Iterator[ScheduleRow]:
    """Yield a row for each heading of the list; `day` is that of the lines before the first."""
    heading: DayHeading | None = None
    if day is not None:
        heading = DayHeading(printed="", when=DateMention(spans=((day, day),)), rest="")
    leader, leading = "", ""
    place = BlockLocation()
    lines: list[TextLine] = []
    row_context = context
    all_lines = list(_lines(blocks))
    leaders_within_days = _leaders_within_days(all_lines, context)
    for number, line in enumerate(all_lines):
        following = next((below for below in all_lines[number + 1 :] if below.text), None)
        week = _week_of(line.whole, context)
        if week is not None:
            diagnostics.consume(line.whole)
            context = replace(context, week=week)
            continue
        month = _month_of(line.whole, context)
        if month is not None:
            diagnostics.consume(line.whole)
            context = replace(context, month=month)
            continue
        found = read_heading(line.whole, context)
        heads_day = following is not None and read_heading(following.whole, context) is not None
        heads_days = heading is None or (heads_day and not leaders_within_days)
        named = _names_leader(line.whole, heads_day=heads_day) if heads_days else None
        if found is None and named:
            leader = named
            diagnostics.consume(line.whole)
            diagnostics.infer("leader", line.place, f'"{leader}" là của các ngày dưới', line.whole)
        elif found is None:
            lines.append(_numbered(line, lines))
        else:
            if heading is not None:
                yield _row(heading, place, lines, leading, row_context, diagnostics)
            heading, place, leading, row_context = found, line.place, leader, context
            sign, text = split_sign(found.rest)
            lines = [TextLine(text=text, sign=sign, place=place)] if found.rest else []
    if heading is not None:
        yield _row(heading, place, lines, leading, row_context, diagnostics)


def _leaders_within_days(lines: Sequence[TextLine], context: DateContext) -> bool:
    """Return whether a leader heads lines within a day; else leaders head whole days."""
    printed = [line.whole for line in lines if line.text]
    headings = [read_heading(text, context) is not None for text in printed]
    first = headings.index(True) if True in headings else len(printed)
    return any(
        not heads_day and _names_leader(text, heads_day=False) is not None
        for text, heads_day in zip(printed[first + 1 :], headings[first + 2 :], strict=False)
    )


def _lines(blocks: Sequence[Paragraph | Table]) -> Iterator[TextLine]:
    """Yield the lines of the list; those of a table cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from read_paragraphs([block])
            continue
        for row in block.rows:
            for cell in dict.fromkeys(row.cells):
                yield from read_paragraphs(cell.paragraphs)


def _week_of(text: str, context: DateContext) -> tuple[date, date] | None:
    """Return the days of the week if the line is its heading; else None."""
    if not is_week_heading(text):
        return None
    return read_week(text, context.month.first if context.month else None)


def _month_of(text: str, context: DateContext) -> YearMonth | None:
    """Return the month if the line is its heading in the list of a year; else None."""
    match = _MONTH_LINE.fullmatch(text.strip())
    if match is None or context.month is None or not 1 <= int(match[1]) <= 12:
        return None
    return YearMonth(context.month.year, int(match[1]))


def _numbered(line: TextLine, before: Sequence[TextLine]) -> TextLine:
    """Return the line as a paragraph of its own in the list of its day."""
    return replace(line, paragraph=len(before) + 1)


def _row(
    heading: DayHeading,
    place: BlockLocation,
    lines: Sequence[TextLine],
    leader: str,
    context: DateContext,
    diagnostics: Diagnostics,
) -> ScheduleRow:
    """Return the row of one day of the list."""
    row = ScheduleRow(
        place=place,
        printed=heading.printed,
        when=heading.when,
        days=heading.when.spans,
        half_day=heading.when.half_day,
        carried=False,
        lines={Role.CONTENT: tuple(lines)},
        people=((leader, tuple(lines)),) if leader else (),
    )
    return doubt_other_week(correct_year(row, context, diagnostics), context, diagnostics)


def _is_foot(block: Paragraph | Table) -> bool:
    """Return whether a block stands behind the last day."""
    text = (
        block.text
        if isinstance(block, Paragraph)
        else "\n".join(cell.text for row in block.rows for cell in row.cells)
    )
    if isinstance(block, Paragraph) and _SECTION.match(text):
        return True
    return _FOOT.search(text) is not None or is_caveat(text)
