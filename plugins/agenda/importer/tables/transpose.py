"""Transpose tables whose columns are days or half-days into tables with a row for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agenda.importer.datamodel.document import Cell, Line, Paragraph, Row, Run
from agenda.importer.lexicon.columns.roles import Role, role_of
from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.tables.columns import Columns, names_leaders
from agenda.importer.tables.row_cells import distinct
from agenda.model import YearMonth

MIN_DAYS = 3
"""The fewest columns of days; two days may be the ends of a range."""

ANY_MONTH = DateContext(month=YearMonth(2000, 1))
"""A context for recognising days before the month of the document is known."""

_NUMBER = re.compile(r"\d{1,2}(?:\s*[/.]\s*\d{1,2})?\s*[.:]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedTable:
    """One part of a transposed table: rows with a day each, and their columns."""

    rows: tuple[Row, ...]
    columns: Columns


def find_day_headings(rows: Sequence[Row]) -> int | None:
    """Return the index of the row with the days of the columns, among the first rows; or None."""
    for number, row in enumerate(rows[:MIN_DAYS]):
        cells = distinct(row)
        printed = [cell for cell in cells if cell.text.strip()]
        days = [cell for cell in printed if _names_day(cell)]
        if len(days) >= MIN_DAYS and 2 * len(days) > len(printed):
            return number
    return None


def transpose(rows: Sequence[Row], head: int) -> list[TransposedTable]:
    """Transpose the rows below the row of days: one part for each of them."""
    days = rows[head]
    day_columns = [column for column, cell in enumerate(days.cells) if _names_day(cell)]
    other_columns = [column for column in range(len(days.cells)) if column not in day_columns]
    parts: list[TransposedTable] = []
    dates: Row | None = None
    for row in rows[head + 1 :]:
        if _is_dates(row, day_columns) and not any(
            row.cells[column].text.strip() for column in other_columns
        ):
            dates = row
        elif not _is_full_width(row):
            parts.append(_transposed_row(row, days, dates, day_columns, other_columns))
    return [part for part in parts if part.rows]


def split_by_half_day(rows: Sequence[Row], columns: Columns) -> list[TransposedTable]:
    """Split a table whose half-days span several columns: one part for each half-day."""
    parts: list[TransposedTable] = []
    halves = list(dict.fromkeys(half for half in columns.halves if half is not None))
    for half in halves:
        own_columns = [column for column, each in enumerate(columns.halves) if each in (None, half)]
        roles = (Role.WHEN, *(columns.roles[column] for column in own_columns))
        heads = ("", *(columns.heads[column] for column in own_columns))
        half_day_cell = Cell(paragraphs=(Paragraph(lines=(Line(runs=(Run(text=half.value),)),)),))
        half_rows = tuple(
            replace(row, cells=(half_day_cell, *(row.cells[column] for column in own_columns)))
            for row in rows
            if _is_full_width(row)
            or _has_text(row, columns, half)
            or (half is halves[0] and not _has_text(row, columns, *halves))
        )
        parts.append(TransposedTable(rows=half_rows, columns=Columns(roles=roles, heads=heads)))
    return parts


def _has_text(row: Row, columns: Columns, *halves: Role) -> bool:
    """Return whether a row has a text under one of the half-days."""
    return any(
        cell.text.strip()
        for cell, half in zip(row.cells, columns.halves, strict=False)
        if half in halves
    )


def full_width_rows(rows: Sequence[Row], head: int) -> tuple[Row, ...]:
    """Return the rows below the row of days that are one cell and belong to no day."""
    return tuple(row for row in rows[head + 1 :] if _is_full_width(row))


def _transposed_row(
    row: Row, days: Row, dates: Row | None, day_columns: Sequence[int], other_columns: Sequence[int]
) -> TransposedTable:
    """Transpose one row: each cell becomes a row with its day and the cells beside the days."""
    filled_columns = [column for column in other_columns if row.cells[column].text.strip()]
    leaders = [
        column for column in filled_columns if _names_leader(days.cells[column], row.cells[column])
    ]
    roles = [Role.WHEN, Role.WHEN]
    heads = ["", ""]
    others = [column for column in filled_columns if column not in leaders]
    for column in others:
        role = role_of(" ".join(days.cells[column].text.split()))
        roles.append(Role.WHEN if role in (None, Role.WEEKDAY) else role)
        heads.append(days.cells[column].text)
    roles.append(Role.PERSON if leaders else Role.CONTENT)
    heads.append("; ".join(" ".join(row.cells[column].text.split()) for column in leaders))
    return TransposedTable(
        rows=tuple(
            Row(
                cells=(*when, *(row.cells[column] for column in others), cell_content),
                place=row.place,
            )
            for when, cell_content in _days(row, days, dates, day_columns)
        ),
        columns=Columns(roles=tuple(roles), heads=tuple(heads)),
    )


def _days(
    row: Row, days: Row, dates: Row | None, day_columns: Sequence[int]
) -> Iterator[tuple[tuple[Cell, Cell], Cell]]:
    """Yield for each column the cells of its day and date, and the cell of the row under it."""
    calendar = dates is None and _begin_with_dates(row, day_columns)
    for column in day_columns:
        cell = row.cells[column]
        if calendar:
            date, cell = _split_first_line(cell)
        else:
            date = dates.cells[column] if dates is not None else _EMPTY
        yield (days.cells[column], date), cell


def _begin_with_dates(row: Row, day_columns: Sequence[int]) -> bool:
    """Return whether the cells of a row begin with the numbers of their days, as in a calendar."""
    cells = [row.cells[column] for column in day_columns if row.cells[column].text.strip()]
    return len(cells) > 1 and all(
        _NUMBER.fullmatch(cell.text.strip().split("\n")[0].strip()) for cell in cells
    )


def _is_dates(row: Row, day_columns: Sequence[int]) -> bool:
    """Return whether a row contains only the dates of the columns below it."""
    cell_content = [row.cells[column].text.strip() for column in day_columns]
    printed = [text for text in cell_content if text]
    return len(printed) > 1 and all(map(_NUMBER.fullmatch, printed))


def _split_first_line(cell: Cell) -> tuple[Cell, Cell]:
    """Split a cell behind its first line with a text."""
    paragraphs = list(cell.paragraphs)
    while paragraphs and not paragraphs[0].text.strip():
        del paragraphs[0]
    if not paragraphs:
        return _EMPTY, cell
    first, *rest = paragraphs[0].lines
    head = Paragraph(lines=(first,), place=paragraphs[0].place)
    below = [Paragraph(lines=tuple(rest), place=head.place)] if rest else []
    return (
        Cell(paragraphs=(head,), place=cell.place),
        Cell(paragraphs=(*below, *paragraphs[1:]), place=cell.place),
    )


def _names_day(cell: Cell) -> bool:
    """Return whether a cell names days and nothing else."""
    when: DateMention = read_dates(cell.text, ANY_MONTH)
    return bool(when.spans or when.weekdays) and not when.rest


def _names_leader(head: Cell, cell: Cell) -> bool:
    """Return whether a cell names a leader, by its head or its text."""
    text = " ".join(cell.text.split())
    return (
        role_of(" ".join(head.text.split())) in (Role.LEADER, Role.CHAIR) or names_leaders(text)
    ) and read_dates(text, ANY_MONTH).empty


def _is_full_width(row: Row) -> bool:
    """Return whether a row is one cell."""
    return len(distinct(row)) == 1


_EMPTY = Cell(paragraphs=())
