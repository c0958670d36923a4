"""Read the header of a document: number, place and date, month and revision of the title."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import Line, Paragraph, Run
from agenda.importer.layout.document_kind import CHANGED, DocumentKind, read_document_kind
from agenda.importer.layout.passages import Passage, read_passages
from agenda.importer.layout.title import MONTH, find_title, is_title, title_end
from agenda.importer.lexicon.amended_days import month_of
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.title_dates import (
    read_quarter,
    read_single_day,
    school_year_named,
    with_month_in_figures,
    year_named,
)
from agenda.importer.lexicon.weeks import fold_text, names_week, read_week
from agenda.model import YearMonth

_NATION = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap tu do|dang cong san viet nam")
_NUMBER = re.compile(
    r"^Số(?:\s+hiệu)?\s*[:.]?\s*(?P<number>[^\s,;]*(?:\s*/\s*[^\s,;]+)+)", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:(?P<place>[^\d,;:]{2,40}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2}|[.…_\s]*)\s*"
    r"tháng\s*(?P<month>\d{1,2}|[.…_\s]*)\s*năm\s*(?P<year>\d{4}|[\d.…_\s]*)",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class Header:
    """The details of a header; `remaining` are the passages without any of them.

    `day` is the only day of a document about one day. `title` has the lines of the title.
    A `dashed` document writes dates with a dash: "19-5".
    """

    number: str | None = None
    place: str | None = None
    issued: date | None = None
    month: YearMonth | None = None
    year: int | None = None
    week: tuple[date, date] | None = None
    day: date | None = None
    title: tuple[str, ...] = ()
    dashed: bool = False
    weekly: bool = False
    kind: DocumentKind = field(default_factory=DocumentKind)
    boilerplate: list[str] = field(default_factory=list)
    remaining: list[Passage] = field(default_factory=list)

    @property
    def context(self) -> DateContext:
        """Return the context for the dates of the agenda."""
        return DateContext(month=self.month, week=self.week, dashed=self.dashed)


def read_header(
    passages: Sequence[Passage], foot: Sequence[Passage], diagnostics: Diagnostics
) -> tuple[Header, list[Passage]]:
    """Return the header, and the footer without the date that some documents print there."""
    header = Header()
    title = find_title(passages)
    end = title_end(passages, title)
    for index, passage in enumerate(passages):
        if _NATION.search(passage.folded) or title <= index < end:
            header.boilerplate.append(passage.whole)
        elif _take_number(passage, header, diagnostics) or _take_date(passage, header, diagnostics):
            pass
        elif index < title and _is_agency(passage):
            header.boilerplate.append(passage.whole)
        else:
            header.remaining.append(passage)
    remaining_passages = [
        passage
        for passage in foot
        if header.issued is not None or not _take_date(passage, header, diagnostics)
    ]
    if title < end:
        _take_title(passages[title:end], header, diagnostics)
    _take_amendment(passages[title:end], header, diagnostics)
    return header, remaining_passages


def read_page_headers(texts: Iterable[str], header: Header, diagnostics: Diagnostics) -> None:
    """Read a title that stands only at the top of each page."""
    for text in texts:
        lines = tuple(Line(runs=(Run(text=line),)) for line in text.splitlines())
        title = [
            passage for passage in read_passages([Paragraph(lines=lines)]) if is_title(passage)
        ]
        if title and header.month is None:
            _take_title(title, header, diagnostics)
            diagnostics.infer("month", title[0].place, "lấy tháng theo đầu trang", text)


def _take_title(title: Sequence[Passage], header: Header, diagnostics: Diagnostics) -> None:
    """Read the month or the week of the title into the header."""
    text = with_month_in_figures(fold_text(" ".join(passage.text for passage in title)))
    place = title[0].place
    header.title = tuple(passage.whole for passage in title)
    header.weekly = names_week(text)
    header.week = read_week(text, header.issued)
    if header.week is not None and not header.weekly and CHANGED.search(text):
        first, last = map(YearMonth.of, header.week)
        if first == last:  # some days of a month, not the document of a week
            header.month, header.week = first, None
    signed = header.issued.year if header.issued else None
    header.year = year_named(text)
    header.week = header.week or read_quarter(text, header.year or signed)
    if header.week is not None:
        header.weekly = True
    named = [match for match in MONTH.finditer(text) if 1 <= int(match[1]) <= 12]
    if named and header.week is None:
        year = next((match[2] for match in named if match[2]), None)
        month = int(named[0][1])
        if year is None and (year_match := re.search(r"\bnam (20\d\d|19\d\d)\b", text)) is not None:
            year = year_match[1]
        year = year or school_year_named(text, month)
        if year is not None:
            header.month = YearMonth(int(year), month)
        elif header.issued is not None:
            distance = month - header.issued.month
            nearest_year = header.issued.year + (distance < -6) - (distance > 6)
            header.month = YearMonth(nearest_year, month)
            diagnostics.infer(
                "year",
                place,
                f"tiêu đề không ghi năm; lấy năm {nearest_year} theo ngày ký",
                title[0].text,
            )
    if header.week is None and not CHANGED.search(text):
        header.day = read_single_day(text)
        header.month = YearMonth.of(header.day) if header.day else header.month
        _leave_out_venue(title, header, diagnostics)
    if header.month is None and header.week is not None:
        header.month = YearMonth.of(header.week[0])


def _leave_out_venue(title: Sequence[Passage], header: Header, diagnostics: Diagnostics) -> None:
    """Report the venue in the title of a document about one day: each item has its own."""
    for passage in title if header.day else ():
        if (venue := re.search(r"\btại\s+[^()]+", passage.text)) is not None:
            message = "địa điểm ghi ở tiêu đề không đưa vào; nếu cần thì ghi ở từng việc"
            diagnostics.leave_out("title-venue", passage.place, message, venue[0])


def _take_amendment(title: Sequence[Passage], header: Header, diagnostics: Diagnostics) -> None:
    """Read the revision and its days; these give the month if the title names none."""
    about = header.month or (YearMonth.of(header.issued) if header.issued else None)
    if about is None and header.year is not None:
        about = YearMonth(header.year, 6)
    context = DateContext(month=about, week=header.week)
    header.kind = read_document_kind(title, header.remaining, context, diagnostics)
    if header.month is None and header.kind.number:
        months = map(month_of, header.kind.named_days)
        header.month = next((month for month in months if month is not None), None)


def _take_number(passage: Passage, header: Header, diagnostics: Diagnostics) -> bool:
    """Read the number of the document; return whether the passage has one."""
    match = _NUMBER.match(passage.text)
    if match is None or header.number is not None:
        return False
    number = "".join(match["number"].split())
    diagnostics.consume(passage.whole)
    rest = passage.text[match.end() :].strip()
    if rest and not _take_date(
        Passage(text=rest, sign="", paragraph=0, group=0, place=passage.place), header, diagnostics
    ):
        diagnostics.leave_out("head", passage.place, "chữ sau số văn bản", rest)
    if re.match(r"[.…_]*/", number):
        diagnostics.infer("number", passage.place, "văn bản để trống số", passage.text)
        return True
    header.number = number
    return True


def _take_date(passage: Passage, header: Header, diagnostics: Diagnostics) -> bool:
    """Read the place and the date of issue; return whether the passage has them."""
    match = _DATED.search(passage.text)
    if match is None or header.issued is not None or len(passage.text) > 90:
        return False
    outside = passage.text[: match.start()] + passage.text[match.end() :]
    if len(outside.strip(" .;,()")) > 4:
        return False
    diagnostics.consume(passage.whole)
    header.place = match["place"].strip() if match["place"] else None
    try:
        header.issued = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        diagnostics.infer("date", passage.place, "văn bản để trống ngày ký", passage.text)
    return True


def _is_agency(passage: Passage) -> bool:
    """Return whether a passage above the title is the name of an agency or a rule."""
    return passage.capitals or not re.search(r"\w", passage.text)
