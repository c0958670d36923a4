"""The parts of a table on several pages of a PDF put together, with what its pages cut."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agenda.importer.document import Cell, Paragraph, Place, Row, Table
from agenda.importer.pdf_lines import VisualLine
from agenda.importer.pdf_names import Holds, held_by
from agenda.importer.pdf_tables import NEAR, Part, Patch, blank, nearest, together
from agenda.importer.pdf_wrapping import Room, author_lines
from agenda.importer.pieces import Typesetter


def join(parts: Sequence[Part], number: int, typesetter: Typesetter) -> Table:
    """The table that the parts make up, one below the other, on the grid of all their columns."""
    alike = len({len(part.columns) for part in parts}) == 1
    columns = together(x for part in parts for x in part.columns)
    heads = repeated_heads(parts)
    joiner = _Joiner(
        number=number,
        typesetter=typesetter,
        columns=columns,
        held=columns_held(parts, columns),
    )
    for index, part in enumerate(parts):
        grid = part.columns if alike else columns
        repeated = heads if starts_alike(part, parts[0], heads) else 0
        cut = index > 0 and (part.open_above or parts[index - 1].open_below)
        joiner.add(part, grid, repeated, cut=cut)
    return Table(rows=tuple(joiner.rows), place=Place(page=parts[0].page, table=number))


@dataclass(slots=True, kw_only=True)
class _Joiner:
    """`held` is what columns hold, by their ends on the grid.

    `above` is what each has shown of the row that the last page ended with.
    """

    number: int
    typesetter: Typesetter
    columns: Sequence[float]
    held: Mapping[tuple[int, int], Holds]
    rows: list[Row] = field(default_factory=list)
    above: dict[int, list[VisualLine]] = field(default_factory=dict)

    def add(self, part: Part, grid: Sequence[float], heads: int, *, cut: bool) -> None:
        known = dict[int, Cell]()
        first = heads if self.rows else 0
        last_row = self.rows[-1] if self.rows else None
        for at, patches in enumerate(part.rows):
            place = Place(page=part.page, table=self.number, row=len(self.rows) + 1)
            cells = list[Cell]()
            for column, patch in enumerate(on_grid(patches, part.columns, grid)):
                if id(patch) not in known:
                    held = at == first and last_row is not None and self.is_held(patch, part)
                    known[id(patch)] = (
                        last_row.cells[column]
                        if held and last_row is not None
                        else self.cell(patch, place, cut_from_above=at == first)
                    )
                cells.append(known[id(patch)])
            self.rows.append(
                Row(
                    cells=tuple(cells),
                    place=place,
                    heading=at < heads,
                    continued=cut and at == first,
                )
            )
        self.look_back(part, first)

    def is_held(self, patch: Patch, part: Part) -> bool:
        """Whether a patch is the rest of a merged cell whose text the page before has shown."""
        above = self.above.get(self.column_of(patch))
        return not patch.lines and len(patch.rows) > 1 and bool(above) and len(part.rows) > 1

    def cell(self, patch: Patch, place: Place, *, cut_from_above: bool) -> Cell:
        ends = nearest(self.columns, patch.left), nearest(self.columns, patch.right)
        room = Room(left=patch.left, right=patch.right, held=self.held.get(ends))
        above = self.above.get(self.column_of(patch), []) if cut_from_above else []
        found = author_lines(patch.lines, room, self.typesetter, above)
        if not found:
            return blank(place)
        return Cell(
            paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found),
            place=place,
        )

    def look_back(self, part: Part, first: int) -> None:
        """Remember what the last row of a page has shown, with what it goes on from itself."""
        last = len(part.rows) - 1
        shown = dict[int, list[VisualLine]]()
        for patch in part.rows[-1]:
            column = self.column_of(patch)
            more = self.above.get(column, []) if patch.rows[0] <= first == last else []
            shown[column] = [*more, *patch.lines]
        self.above = shown

    def column_of(self, patch: Patch) -> int:
        return nearest(self.columns, patch.left)


def on_grid(
    patches: Sequence[Patch], own: Sequence[float], columns: Sequence[float]
) -> Iterator[Patch]:
    """The patches of a row at each column of a finer grid."""
    for x in columns[:-1]:
        at = max(index for index, each in enumerate(own[:-1]) if each <= x + NEAR or index == 0)
        yield patches[at]


def columns_held(parts: Sequence[Part], columns: Sequence[float]) -> dict[tuple[int, int], Holds]:
    """What the columns of an agenda hold, by their ends on the grid."""
    texts: dict[tuple[int, int], list[str]] = {}
    for part in parts:
        for patch in {id(each): each for row in part.rows for each in row}.values():
            ends = nearest(columns, patch.left), nearest(columns, patch.right)
            texts.setdefault(ends, []).append(patch.text)
    return {ends: held_by(found) for ends, found in texts.items()}


def repeated_heads(parts: Sequence[Part]) -> int:
    """How many of the first rows come again at the head of a later page."""
    most = min((len(part.rows) for part in parts), default=0)
    for count in range(min(3, most), 0, -1):
        if any(starts_alike(part, parts[0], count) for part in parts[1:]):
            return count
    return 0


def starts_alike(part: Part, first: Part, count: int) -> bool:
    def texts(of: Part) -> list[list[str]]:
        return [[patch.text for patch in row] for row in of.rows[:count]]

    return texts(part) == texts(first) and any(any(row) for row in texts(first))
