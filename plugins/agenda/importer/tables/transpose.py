"""Tables whose columns are days or half-days, turned so that each row says when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agenda.importer.datamodel.document import Cell, Line, Paragraph, Row, Run
from agenda.importer.lexicon.column_roles import Role, role_of
from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.tables.columns import Columns, names_leaders
from agenda.model import YearMonth

FEWEST = 3
"""Days that must head columns; two may be the first and the last day of a stretch."""

ANY_MONTH = DateContext(month=YearMonth(2000, 1))
"""Tells whether words are those of a day, before the document's own month is known."""

_NUMBER = re.compile(r"\d{1,2}(?:\s*[/.]\s*\d{1,2})?\s*[.:]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedTable:
    """The rows of a part of such a table, each with its own day, and what their columns hold."""

    rows: tuple[Row, ...]
    columns: Columns


def find_day_headings(rows: Sequence[Row]) -> int | None:
    """The row whose cells head columns with days; only the first rows of a table can be it."""
    for number, row in enumerate(rows[:FEWEST]):
        cells = _distinct(row)
        printed = [cell for cell in cells if cell.text.strip()]
        days = [cell for cell in printed if _names_day(cell)]
        if len(days) >= FEWEST and 2 * len(days) > len(printed):
            return number
    return None


def transpose(rows: Sequence[Row], head: int) -> list[TransposedTable]:
    """The table below its row of days, turned: a part for each row that a leader heads."""
    days = rows[head]
    places = [place for place, cell in enumerate(days.cells) if _names_day(cell)]
    beside = [place for place in range(len(days.cells)) if place not in places]
    parts: list[TransposedTable] = []
    dates: Row | None = None
    for row in rows[head + 1 :]:
        if _is_dates(row, places) and not any(row.cells[place].text.strip() for place in beside):
            dates = row
        elif not _is_across(row):
            parts.append(_turned(row, days, dates, places, beside))
    return [part for part in parts if part.rows]


def split_by_half_day(rows: Sequence[Row], columns: Columns) -> list[TransposedTable]:
    """The rows of each half-day that heads several columns, with the columns of both."""
    parts: list[TransposedTable] = []
    halves = list(dict.fromkeys(half for half in columns.halves if half is not None))
    for half in halves:
        places = [at for at, each in enumerate(columns.halves) if each in (None, half)]
        roles = (Role.WHEN, *(columns.roles[at] for at in places))
        heads = ("", *(columns.heads[at] for at in places))
        said = Cell(paragraphs=(Paragraph(lines=(Line(runs=(Run(text=half.value),)),)),))
        taken = tuple(
            replace(row, cells=(said, *(row.cells[at] for at in places)))
            for row in rows
            if _is_across(row)
            or _says(row, columns, half)
            or (half is halves[0] and not _says(row, columns, *halves))
        )
        parts.append(TransposedTable(rows=taken, columns=Columns(roles=roles, heads=heads)))
    return parts


def _says(row: Row, columns: Columns, *halves: Role) -> bool:
    """Whether a row says anything under half-days."""
    return any(
        cell.text.strip()
        for cell, half in zip(row.cells, columns.halves, strict=False)
        if half in halves
    )


def full_width_rows(rows: Sequence[Row], head: int) -> tuple[Row, ...]:
    """The rows below the row of days that are one cell, and so of no day."""
    return tuple(row for row in rows[head + 1 :] if _is_across(row))


def _turned(
    row: Row, days: Row, dates: Row | None, places: Sequence[int], beside: Sequence[int]
) -> TransposedTable:
    """One row: a cell of it beside the head of its column and what stands before it."""
    shown = [place for place in beside if row.cells[place].text.strip()]
    leaders = [place for place in shown if _names_leader(days.cells[place], row.cells[place])]
    roles = [Role.WHEN, Role.WHEN]
    heads = ["", ""]
    others = [place for place in shown if place not in leaders]
    for place in others:
        role = role_of(" ".join(days.cells[place].text.split()))
        roles.append(Role.WHEN if role in (None, Role.WEEKDAY) else role)
        heads.append(days.cells[place].text)
    roles.append(Role.PERSON if leaders else Role.CONTENT)
    heads.append("; ".join(" ".join(row.cells[place].text.split()) for place in leaders))
    return TransposedTable(
        rows=tuple(
            Row(cells=(*when, *(row.cells[place] for place in others), said), place=row.place)
            for when, said in _days(row, days, dates, places)
        ),
        columns=Columns(roles=tuple(roles), heads=tuple(heads)),
    )


def _days(
    row: Row, days: Row, dates: Row | None, places: Sequence[int]
) -> Iterator[tuple[tuple[Cell, Cell], Cell]]:
    """What each column says when, in two cells, and what the row has under it."""
    calendar = dates is None and _begin_with_dates(row, places)
    for place in places:
        cell = row.cells[place]
        if calendar:
            date, cell = _parted(cell)
        else:
            date = dates.cells[place] if dates is not None else _EMPTY
        yield (days.cells[place], date), cell


def _begin_with_dates(row: Row, places: Sequence[int]) -> bool:
    """Whether the cells of a row begin with the number of their day, as those of a calendar do."""
    cells = [row.cells[place] for place in places if row.cells[place].text.strip()]
    return len(cells) > 1 and all(
        _NUMBER.fullmatch(cell.text.strip().split("\n")[0].strip()) for cell in cells
    )


def _is_dates(row: Row, places: Sequence[int]) -> bool:
    """Whether a row says nothing but the dates of the columns below it."""
    texts = [row.cells[place].text.strip() for place in places]
    printed = [text for text in texts if text]
    return len(printed) > 1 and all(map(_NUMBER.fullmatch, printed))


def _parted(cell: Cell) -> tuple[Cell, Cell]:
    """The first printed line of a cell and the rest of it, as two."""
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
    when: DateMention = read_dates(cell.text, ANY_MONTH)
    return bool(when.spans or when.weekdays) and not when.rest


def _names_leader(head: Cell, cell: Cell) -> bool:
    text = " ".join(cell.text.split())
    return (
        role_of(" ".join(head.text.split())) in (Role.LEADER, Role.CHAIR) or names_leaders(text)
    ) and read_dates(text, ANY_MONTH).empty


def _is_across(row: Row) -> bool:
    return len(_distinct(row)) == 1


def _distinct(row: Row) -> list[Cell]:
    return list({id(cell): cell for cell in row.cells}.values())


_EMPTY = Cell(paragraphs=())
