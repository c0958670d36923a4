"""Ruled tables of a PDF: cells on a grid, and the parts on several pages joined into one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agenda.importer.document import Cell, Paragraph, Place, Row, Table
from agenda.importer.pdf_lines import VisualLine, lines_of
from agenda.importer.pdf_names import hold_names
from agenda.importer.pdf_pages import Box, Glyph, Ruled
from agenda.importer.pdf_wrapping import Room, author_lines
from agenda.importer.pieces import Typesetter

NEAR = 4.0
"""Points between rules that are meant to be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one page shows of a table: its rows, and the heights of x between its columns."""

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    open_above: bool
    open_below: bool


def read_part(ruled: Ruled, glyphs: Sequence[Glyph], page: int, typesetter: Typesetter) -> Part:
    """The part of a table on `page`; places count its own rows, from 1."""
    columns = together(x for cell in ruled.cells for x in (cell.x0, cell.x1))
    heights = together(y for cell in ruled.cells for y in (cell.top, cell.bottom))
    inside = {box: lines_of(found, page) for box, found in glyphs_in(ruled.cells, glyphs)}
    padding = padding_of(inside)
    names = columns_of_names(inside)
    grid: list[list[Cell | None]] = [[None] * (len(columns) - 1) for _ in heights[1:]]
    for box in sorted(ruled.cells, key=lambda each: (each.top, each.x0)):
        rows = range(nearest(heights, box.top), nearest(heights, box.bottom))
        covered = range(nearest(columns, box.x0), nearest(columns, box.x1))
        if not rows or not covered:
            continue
        place = Place(page=page, row=rows[0] + 1)
        room = Room(left=box.x0 + padding, right=box.x1 - padding, names=ends_of(box) in names)
        cell = Cell(paragraphs=paragraphs_of(inside[box], room, place, typesetter), place=place)
        for row in rows:
            for column in covered:
                grid[row][column] = cell
    return Part(
        rows=tuple(
            Row(
                cells=tuple(each or blank(Place(page=page, row=number)) for each in cells),
                place=Place(page=page, row=number),
            )
            for number, cells in enumerate(grid, start=1)
        ),
        columns=tuple(columns),
        open_above=ruled.open_above,
        open_below=ruled.open_below,
    )


def paragraphs_of(
    lines: Sequence[VisualLine], room: Room, place: Place, typesetter: Typesetter
) -> tuple[Paragraph, ...]:
    found = author_lines(lines, room, typesetter)
    return tuple(Paragraph(lines=(line,), place=place) for line, _ in found) or (
        blank(place).paragraphs
    )


def blank(place: Place) -> Cell:
    return Cell(paragraphs=(Paragraph(lines=(Typesetter().line(()),), place=place),), place=place)


def glyphs_in(boxes: Iterable[Box], glyphs: Iterable[Glyph]) -> Iterator[tuple[Box, list[Glyph]]]:
    """The glyphs whose middle lies in each box."""
    placed = [((glyph.x0 + glyph.x1) / 2, glyph.middle, glyph) for glyph in glyphs]
    for box in boxes:
        within = [
            glyph for x, y, glyph in placed if box.top <= y <= box.bottom and box.x0 <= x <= box.x1
        ]
        yield box, within


def columns_of_names(inside: Mapping[Box, Sequence[VisualLine]]) -> set[tuple[int, int]]:
    """Where the columns stand that hold names, by their ends."""
    texts: dict[tuple[int, int], list[str]] = {}
    for box in sorted(inside, key=lambda each: each.top):
        lines = inside[box]
        texts.setdefault(ends_of(box), []).append(lines[0].text if lines else "")
    return {ends for ends, found in texts.items() if hold_names(found)}


def ends_of(box: Box) -> tuple[int, int]:
    return round(box.x0), round(box.x1)


def padding_of(inside: Mapping[Box, Sequence[VisualLine]]) -> float:
    """How far the text keeps from the rules, at either side, in points."""
    gaps = (line.x0 - box.x0 for box, lines in inside.items() for line in lines)
    return max(0.0, min(8.0, min(gaps, default=0.0)))


def goes_on(part: Part, before: Part) -> bool:
    """Whether `part`, first on its page, may be more of the table that ended the page before."""
    return (
        abs(part.columns[0] - before.columns[0]) < 2 * NEAR
        and abs(part.columns[-1] - before.columns[-1]) < 2 * NEAR
        and (len(part.columns) == len(before.columns) or share_columns(part, before))
    )


def share_columns(part: Part, before: Part) -> bool:
    """Whether all columns of the one that has fewer are those of the other."""
    fewer, more = sorted((part.columns, before.columns), key=len)
    return all(min(abs(x - each) for each in more) < NEAR for x in fewer)


def join(parts: Sequence[Part], number: int) -> Table:
    """The table that the parts make up, one below the other, on the grid of all their columns."""
    alike = len({len(part.columns) for part in parts}) == 1
    columns = together(x for part in parts for x in part.columns)
    rows = list[Row]()
    heads = repeated_heads(parts)
    for index, part in enumerate(parts):
        cut = index > 0 and (part.open_above or parts[index - 1].open_below)
        known = dict[int, Cell]()
        for at, row in enumerate(part.rows):
            heading = at < heads and (index == 0 or starts_alike(part, parts[0], heads))
            place = replace(row.place, table=number, row=len(rows) + 1)
            first = heads if index and starts_alike(part, parts[0], heads) else 0
            rows.append(
                Row(
                    cells=spread(
                        row, part.columns, part.columns if alike else columns, known, place
                    ),
                    place=place,
                    heading=heading,
                    continued=cut and at == first,
                )
            )
    return Table(rows=tuple(rows), place=Place(page=parts[0].rows[0].place.page, table=number))


def spread(
    row: Row, own: Sequence[float], columns: Sequence[float], known: dict[int, Cell], place: Place
) -> tuple[Cell, ...]:
    """The cells of a row at each column of a finer grid, with their place in the whole table."""
    cells = list[Cell]()
    for x in columns[:-1]:
        at = max(index for index, each in enumerate(own[:-1]) if each <= x + NEAR or index == 0)
        cell = row.cells[at]
        if id(cell) not in known:
            known[id(cell)] = Cell(
                paragraphs=tuple(replace(each, place=place) for each in cell.paragraphs),
                place=place,
            )
        cells.append(known[id(cell)])
    return tuple(cells)


def repeated_heads(parts: Sequence[Part]) -> int:
    """How many of the first rows come again at the head of a later page."""
    most = min((len(part.rows) for part in parts), default=0)
    for count in range(min(3, most), 0, -1):
        if any(starts_alike(part, parts[0], count) for part in parts[1:]):
            return count
    return 0


def starts_alike(part: Part, first: Part, count: int) -> bool:
    def texts(of: Part) -> list[list[str]]:
        return [[" ".join(cell.text.split()) for cell in row.cells] for row in of.rows[:count]]

    return texts(part) == texts(first) and any(any(row) for row in texts(first))


def together(values: Iterable[float]) -> list[float]:
    """The values in order, those near each other as one."""
    found = list[float]()
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))
