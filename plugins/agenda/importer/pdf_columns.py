"""Text of a PDF that stands side by side without rules: heads of letters, signatures, tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agenda.importer.document import Cell, Paragraph, Place, Row, Table
from agenda.importer.pdf_lines import VisualLine, segments_of
from agenda.importer.pdf_tables import blank
from agenda.importer.pdf_wrapping import BULLET, DASH, NUMBER, Room, author_lines
from agenda.importer.pieces import Typesetter

HEADS = re.compile(
    r"(?:stt|tt|ngày|thứ|thời gian|buổi|giờ|nội dung|công việc|địa điểm|cơ quan|đơn vị|chủ trì"
    r"|lãnh đạo|thành phần|phối hợp|chuẩn bị|ghi chú)\b",
    re.I,
)
NARROWEST = 5.0
"""Points of white that still part two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Lines side by side; `gutters` are the white stripes between the columns."""

    lines: tuple[VisualLine, ...]
    gutters: tuple[tuple[float, float], ...]

    @property
    def is_table(self) -> bool:
        """Whether the first line names the columns as tables of agendas do."""
        named = sum(bool(HEADS.match(each.text)) for each in self.columns(self.lines[0]) if each)
        return len(self.gutters) > 1 and named > 1

    def columns(self, line: VisualLine) -> list[VisualLine | None]:
        """What each column has of a line."""
        middles = [(start + end) / 2 for start, end in self.gutters]
        bounds = [float("-inf"), *middles, float("inf")]
        found = list[VisualLine | None]()
        for index in range(len(bounds) - 1):
            words = tuple(
                word for word in line.words if bounds[index] <= word.x0 < bounds[index + 1]
            )
            found.append(VisualLine(words=words, page=line.page) if words else None)
        return found


def bands_of(lines: Sequence[VisualLine]) -> list[VisualLine | Band]:
    """The lines of a page in order, those side by side taken together."""
    found = list[VisualLine | Band]()
    at = 0
    while at < len(lines):
        band = band_at(lines[at:])
        if band is None:
            found.append(lines[at])
            at += 1
        else:
            found.append(band)
            at += len(band.lines)
    return found


def band_at(lines: Sequence[VisualLine]) -> Band | None:
    """The band that begins with the first of these lines."""
    first = lines[0]
    gutters = gaps_of(first)
    if not gutters:
        return None
    taken = [first]
    for line in lines[1:]:
        narrowed = [free_part(gutter, line) for gutter in gutters]
        if min(end - start for start, end in narrowed) < NARROWEST:
            break
        alone_at_left = line.x1 <= narrowed[0][0]
        if alone_at_left and line.top - taken[-1].top > 2.2 * line.size:
            break
        gutters, taken = narrowed, [*taken, line]
    widest = max(end - start for start, end in gutters)
    if len(taken) == 1 and widest < 3 * first.size:
        return None
    return Band(lines=tuple(taken), gutters=tuple(gutters))


def gaps_of(line: VisualLine) -> list[tuple[float, float]]:
    """The wide gaps between words, but not one behind the sign of a list."""
    segments = segments_of(line, 1.6 * line.size)
    if any(pattern.fullmatch(segments[0].text) for pattern in (BULLET, DASH, NUMBER)):
        segments = segments[1:]
    return [(left.x1, right.x0) for left, right in pairwise(segments)]


def free_part(gutter: tuple[float, float], line: VisualLine) -> tuple[float, float]:
    """What a line leaves white of a gutter: the stripe between its words beside it."""
    start, end = gutter
    middle = (start + end) / 2
    for word in line.words:
        if word.x0 < end and word.x1 > start:
            if (word.x0 + word.x1) / 2 < middle:
                start = max(start, word.x1)
            else:
                end = min(end, word.x0)
    return start, end


def table_of(band: Band, number: int, typesetter: Typesetter) -> Table:
    """The band as a table: of one row, or of one for each line that has a first column."""
    rows = list[list[VisualLine]]()
    for line in band.lines:
        if not rows or (band.is_table and band.columns(line)[0] is not None):
            rows.append([])
        rows[-1].append(line)
    rooms = [room_of(band, column) for column in range(len(band.gutters) + 1)]
    page = band.lines[0].page
    return Table(
        rows=tuple(
            Row(
                cells=tuple(
                    cell_of(band, row, column, room, place, typesetter)
                    for column, room in enumerate(rooms)
                ),
                place=place,
            )
            for at, row in enumerate(rows, start=1)
            for place in [Place(page=page, table=number, row=at)]
        ),
        place=Place(page=page, table=number),
    )


def room_of(band: Band, column: int) -> Room:
    found = [part for line in band.lines if (part := band.columns(line)[column])]
    return Room(
        left=min((each.x0 for each in found), default=0.0),
        right=max((each.x1 for each in found), default=0.0) + 1.5,
    )


def cell_of(
    band: Band,
    row: Sequence[VisualLine],
    column: int,
    room: Room,
    place: Place,
    typesetter: Typesetter,
) -> Cell:
    parts = (part for line in row if (part := band.columns(line)[column]))
    found = author_lines(list(parts), room, typesetter)
    if not found:
        return blank(place)
    return Cell(
        paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found), place=place
    )
