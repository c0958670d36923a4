"""Guess the columns of a table without a known head by their contents."""

from collections.abc import Sequence

from agenda.importer.datamodel.document import Row
from agenda.importer.lexicon.columns.roles import TIMES, Role, role_of
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.times import leading_times
from agenda.importer.tables.columns import Columns, column_texts, names_leaders, names_unit

MIN_DATED_CELLS = 2
"""The fewest days in the table of an agenda."""


def guess_columns(rows: Sequence[Row], context: DateContext) -> Columns | None:
    """Return the likely columns, or None if no column names days in half of its rows.

    Return None, too, if items with times stand in several columns.
    """
    if not rows or len(rows[0].cells) < 2:
        return None
    width = len(rows[0].cells)
    texts = [list(column_texts(rows, column)) for column in range(width)]
    days = [
        sum(_is_when(text, context) for text in cells) if _may_name_days(cells, context) else 0
        for cells in texts
    ]
    first = max(range(width), key=lambda column: days[column])
    if days[first] < MIN_DATED_CELLS or days[first] * 2 < len(texts[first]):
        return None
    roles = [Role.OTHER] * width
    roles[first] = Role.WHEN
    others = [column for column in range(width) if column != first]
    content = max(others, key=lambda column: sum(map(len, texts[column])))
    roles[content] = Role.CONTENT
    for column in others:
        cells = texts[column]
        if column == content or not cells:
            continue
        if days[column] * 2 >= len(cells):
            roles[column] = Role.WHEN
        elif any(_is_timed_item(text) for text in cells):
            return None
        elif sum(map(names_leaders, cells)) * 2 >= len(cells):
            roles[column] = Role.LEADER
        elif sum(map(names_unit, cells)) * 2 >= len(cells):
            roles[column] = Role.PREPARER
    return Columns(roles=tuple(roles), heads=("",) * width)


def _is_timed_item(text: str) -> bool:
    times = leading_times(text)
    return times is not None and bool(text[times.stop :])


def _may_name_days(texts: Sequence[str], context: DateContext) -> bool:
    """Return whether the first text of a column is a day itself, or the head of a column of days.

    Numbers below another head count rows, weeks or classes.
    """
    first = texts[0] if texts else ""
    return _is_when(first, context) or role_of(first) in TIMES or not first[:1].isalpha()


def _is_when(text: str, context: DateContext) -> bool:
    """Return whether the text names dates or times and nothing else."""
    when = read_dates(text, context)
    return not when.empty and not when.rest
