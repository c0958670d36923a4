"""Find text in columns without rules in a PDF: letterheads, signatures and unruled tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agenda.importer.backends.pdf.lines import VisualLine, segments_of
from agenda.importer.backends.pdf.room import Room
from agenda.importer.backends.pdf.signs import BULLET, DASH, NUMBER
from agenda.importer.backends.pdf.tables import blank
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import Typesetter
from agenda.importer.datamodel.document import BlockLocation, Cell, Paragraph, Row, Table
from agenda.importer.datamodel.line_cues import LineCues

NARROWEST = 5.0
"""Points of white that still separate two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines in columns.

    `gutters` are the left and right edges of the white stripes between the columns. `goes_on` marks
    a block that was found by the gutters of the page before.
    """

    lines: tuple[VisualLine, ...]
    gutters: tuple[tuple[float, float], ...]
    goes_on: bool = False

    def is_table(self, cues: LineCues) -> bool:
        """Tell whether every column of the first line is the heading of a table's column."""
        names = self.columns(self.lines[0])
        return len(names) > 2 and all(each and cues.names_column(each.text) for each in names)

    def columns(self, line: VisualLine) -> list[VisualLine | None]:
        """Return the part of a line in each column; None for an empty column."""
        middles = [(start + end) / 2 for start, end in self.gutters]
        bounds = [float("-inf"), *middles, float("inf")]
        found = list[VisualLine | None]()
        for index in range(len(bounds) - 1):
            words = tuple(
                word for word in line.words if bounds[index] <= word.x0 < bounds[index + 1]
            )
            found.append(VisualLine(words=words, page=line.page) if words else None)
        return found


def bands_of(
    lines: Sequence[VisualLine], before: TextBlock | None, cues: LineCues
) -> list[VisualLine | TextBlock]:
    """Group the lines of a page that stand in columns; return blocks and other lines in order.

    `before` is the unruled table at the end of the page before; it may continue with the first
    line.
    """
    found = list[VisualLine | TextBlock]()
    at = 0
    while at < len(lines):
        band = None
        if before is not None and at == 0:
            band = extend(before.gutters, lines, cues, anew=False)
        band = band or band_at(lines[at:], cues)
        if band is None:
            found.append(lines[at])
            at += 1
        else:
            found.append(band)
            at += len(band.lines)
    return found


def band_at(lines: Sequence[VisualLine], cues: LineCues) -> TextBlock | None:
    """Return the block that begins with the first of these lines, or None."""
    first = lines[0]
    for gap in (0.7, 1.6):
        band = extend(gaps_of(first, gap * first.size), lines, cues, anew=True)
        # The names of columns may stand closer than other things side by side.
        if band is not None and (gap > 1 or band.is_table(cues)):
            return band
    return None


def extend(
    gutters: Sequence[tuple[float, float]],
    lines: Sequence[VisualLine],
    cues: LineCues,
    *,
    anew: bool,
) -> TextBlock | None:
    """Return the block with these gutters, as far as lines leave them white, or None."""
    taken = list[VisualLine]()
    named = not anew or TextBlock(lines=tuple(lines[:1]), gutters=tuple(gutters)).is_table(cues)
    for line in lines if gutters else ():
        narrowed = [(free_part if named else sides_of)(gutter, line) for gutter in gutters]
        if min(end - start for start, end in narrowed) < NARROWEST:
            break
        alone_at_left = line.x1 <= narrowed[0][0]
        if taken and alone_at_left and line.top - taken[-1].top > 2.2 * line.size:
            break
        gutters = narrowed
        taken.append(line)
    if not taken:
        return None
    widest = max(end - start for start, end in gutters)
    if anew and len(taken) == 1 and widest < 3 * taken[0].size:
        return None
    return TextBlock(lines=tuple(taken), gutters=tuple(gutters), goes_on=not anew)


def gaps_of(line: VisualLine, gap: float) -> list[tuple[float, float]]:
    """Return the gaps of `gap` points or more between words, except the one behind a list sign."""
    segments = segments_of(line, gap)
    if any(pattern.fullmatch(segments[0].text) for pattern in (BULLET, DASH, NUMBER)):
        segments = segments[1:]
    return [(left.x1, right.x0) for left, right in pairwise(segments)]


def free_part(gutter: tuple[float, float], line: VisualLine) -> tuple[float, float]:
    """Return the widest stripe of a gutter that the words of a line leave white.

    Column headings may be far narrower than their columns, so words may stand within the gutter.
    """
    start, end = gutter
    bounds = [start]
    for word in line.words:
        if word.x0 < end and word.x1 > start:
            bounds += [word.x0, word.x1]
    stripes = zip(bounds[::2], [*bounds[1::2], end], strict=True)
    return max(stripes, key=lambda stripe: stripe[1] - stripe[0])


def sides_of(gutter: tuple[float, float], line: VisualLine) -> tuple[float, float]:
    """Narrow a gutter by the words of a line, each word belonging to the side that it stands on.

    Return an empty stripe if a word crosses the middle, as in a title below a letterhead.
    """
    start, end = gutter
    middle = (start + end) / 2
    for word in line.words:
        if start < word.x1 <= middle:
            start = word.x1
        elif middle <= word.x0 < end:
            end = word.x0
        elif word.x0 < middle < word.x1:
            return middle, middle
    return start, end


def joined_bands(band: TextBlock, more: TextBlock) -> TextBlock:
    """Merge a table with its continuation; each gutter is as narrow as the narrower of both."""
    gutters = tuple(
        (max(one[0], other[0]), min(one[1], other[1]))
        for one, other in zip(band.gutters, more.gutters, strict=True)
    )
    return TextBlock(lines=(*band.lines, *more.lines), gutters=gutters)


def table_of(band: TextBlock, number: int, typesetter: Typesetter, cues: LineCues) -> Table:
    """Convert a block to a table: of one row, or of a row per line with a filled first column."""
    rows = rows_of(band, cues)
    rooms = [room_of(band, column, cues) for column in range(len(band.gutters) + 1)]
    return Table(
        rows=tuple(
            Row(
                cells=tuple(
                    cell_of(band, row, column, room, place, typesetter, cues)
                    for column, room in enumerate(rooms)
                ),
                place=place,
            )
            for at, row in enumerate(rows, start=1)
            for place in [BlockLocation(page=row[0].page, table=number, row=at)]
        ),
        place=BlockLocation(page=band.lines[0].page, table=number),
    )


def rows_of(band: TextBlock, cues: LineCues) -> list[list[VisualLine]]:
    """Split a block into rows; days on two lines ("26-" above "27") stay in one row."""
    rows = list[list[VisualLine]]()
    before = ""
    is_table = band.is_table(cues)
    for line in band.lines:
        day = band.columns(line)[0]
        begins = is_table and day is not None and not before.endswith(("-", "–", ","))
        if begins or not rows:
            rows.append([])
        rows[-1].append(line)
        before = day.text if day else ""
    return rows


def room_of(band: TextBlock, column: int, cues: LineCues) -> Room:
    found = [part for line in band.lines if (part := band.columns(line)[column])]
    return Room(
        left=min((each.x0 for each in found), default=0.0),
        right=max((each.x1 for each in found), default=0.0) + 1.5,
        held=cues.column_content(each.text for each in found) if band.is_table(cues) else None,
    )


def cell_of(
    band: TextBlock,
    row: Sequence[VisualLine],
    column: int,
    room: Room,
    place: BlockLocation,
    typesetter: Typesetter,
    cues: LineCues,
) -> Cell:
    parts = (part for line in row if (part := band.columns(line)[column]))
    found = author_lines(list(parts), room, typesetter, cues)
    if not found:
        return blank(place)
    return Cell(
        paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found), place=place
    )
