"""Read agendas without a table: a line for each day, followed by its items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Paragraph, Table
from agenda.importer.layout.sections import is_caveat
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY, announced_half_days
from agenda.importer.lexicon.leader_names import leader_heading
from agenda.importer.lexicon.lines import TextLine, read_paragraphs, split_sign
from agenda.importer.lexicon.lunar import remove_lunar_dates
from agenda.importer.lexicon.times import leading_times
from agenda.importer.lexicon.weeks import is_week_heading, read_week
from agenda.importer.tables.row_days import correct_year, doubt_other_week
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import YearMonth
from agenda.vietnam.dates import find_weekdays

_HEAD = re.compile(
    r"""
    ^ (?P<when>
        (?:(?:Các\s+)?(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\s+nhật|T[2-7]\b|CN\b)
           (?:\s*(?:,|và|-|–|&)\s*(?:thứ\s+\w+|chủ\s+nhật|T[2-7]|CN))*)?
        [\s,:(.–-]* (?:(?:các\s+|từ\s+)?ngày\s*)?
        (?: \d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?
            (?: \s*(?:-|–|,|và|đến(?:\s+ngày)?)
                \s* \d{1,2}(?:\s*[/.]\s*\d{1,2})?(?:\s*[/.]\s*\d{4})? )?
            (?: \s*tháng\s*\d{1,2}(?:\s*(?:năm|/)\s*\d{4})? )?
        )? \s* \)?
        (?: \s*[(,]?\s*(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\s+nhật)\b\s*\)? )?
      ) \s* (?P<end>[::.]|\s[-–]\s|$) \s* (?P<rest>.*) $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_HALF_DAY = re.compile(
    rf"{HALF_DAY}\s*,?\s+(?=(?:thứ|chủ\s+nhật|T[2-7]|CN|ngày)\b)",
    re.IGNORECASE,
)
"""A half-day at the beginning of a heading: "Sáng thứ Hai (08/11): …"."""

_DAY_AFTER_TIME = re.compile(
    r"""
    (?P<day> (?:(?:thứ\s+\w+|chủ\s+nhật)[\s,(]*)? ngày\s*\d{1,2}
        (?: \s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})? | \s*tháng\s*\d{1,2}(?:\s*năm\s*\d{4})? )
        \)? )
    (?!\s*(?:đến|tới|[-–—]\s*\d)) \s*[:,.;–-]*\s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A day behind a time, but not the beginning of a period."""

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

ANY_MONTH = DateContext(month=YearMonth(2000, 1))
"""A context for recognising days before the month of the document is known."""

MAX_HEADING_LENGTH = 90
"""The most characters of a heading that names days and nothing else."""

MIN_TITLE_DAYS = 3
"""The fewest days of a range that is part of the title, if nothing follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHeading:
    """The heading of a day: its words, the dates in them, and the rest of the line."""

    printed: str
    when: DateMention
    rest: str


def read_heading(text: str, context: DateContext) -> DayHeading | None:
    """Return the heading at the beginning of a line, or None."""
    sign, plain = split_sign(text.strip().lstrip("*•+ "))
    if (timed := _read_timed(sign, plain, context)) is not None:
        return timed
    half_day = _HALF_DAY.match(plain)
    begin = half_day.end() if half_day else 0
    match = _HEAD.match(remove_lunar_dates(plain[begin:]))
    if match is None or not match["when"].strip():
        return _days_only(sign, plain, context)
    printed, rest = plain[:begin] + match["when"].strip(), match["rest"].strip()
    when = read_dates(printed, context)
    if not _names_days(printed, when):
        return None
    if read_dates(rest, context).spans and (alone := _days_only(sign, plain, context)) is not None:
        return alone
    return DayHeading(printed=f"{sign} {printed}".strip(), when=when, rest=rest)


def _read_timed(sign: str, plain: str, context: DateContext) -> DayHeading | None:
    """Return the heading of a line whose time precedes its day: "07 giờ 30 ngày 07/01: …"."""
    times = leading_times(plain)
    match = _DAY_AFTER_TIME.match(plain, times.stop) if times else None
    if match is None:
        return None
    printed = plain[: match.end("day")]
    when = read_dates(printed, context)
    if not when.spans or when.rest:
        return None
    return DayHeading(printed=f"{sign} {printed}".strip(), when=when, rest=plain[match.end() :])


def _days_only(sign: str, plain: str, context: DateContext) -> DayHeading | None:
    """Return the heading of a line that names days and nothing else, in any notation."""
    if len(plain) > MAX_HEADING_LENGTH or not plain[:1].isalpha() or not find_weekdays(plain):
        return None
    when = read_dates(plain, context)
    if not when.spans or not _names_days(plain, when):
        return None
    return DayHeading(printed=f"{sign} {plain}".strip(), when=when, rest="")


def _names_days(printed: str, when: DateMention) -> bool:
    """Return whether the words name days, and neither times nor anything else."""
    dated = re.search(r"ngày|/|tháng", printed, re.IGNORECASE) or find_weekdays(printed)
    named = bool(when.spans or when.weekdays)
    return bool(dated) and named and not when.rest and when.start is None


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
