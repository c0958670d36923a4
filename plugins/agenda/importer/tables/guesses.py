"""Columns of a table without a head one knows, guessed by what they hold."""

from collections.abc import Sequence

from agenda.importer.datamodel.document import Row
from agenda.importer.lexicon.column_roles import Role
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.tables.columns import Columns, column_texts, names_leaders, names_unit

FEWEST = 2
"""Days that a table must name to be taken for an agenda."""


def guess_columns(rows: Sequence[Row], frame: DateContext) -> Columns | None:
    """The likely columns, or None where hardly half of the rows of any column name a day."""
    if not rows or len(rows[0].cells) < 2:
        return None
    width = len(rows[0].cells)
    texts = [list(column_texts(rows, place)) for place in range(width)]
    days = [sum(_is_when(text, frame) for text in column) for column in texts]
    first = max(range(width), key=lambda place: days[place])
    if days[first] < FEWEST or days[first] * 2 < len(texts[first]):
        return None
    roles = [Role.OTHER] * width
    roles[first] = Role.WHEN
    others = [place for place in range(width) if place != first]
    content = max(others, key=lambda place: sum(map(len, texts[place])))
    roles[content] = Role.CONTENT
    for place in others:
        column = texts[place]
        if place == content or not column:
            continue
        if days[place] * 2 >= len(column):
            roles[place] = Role.WHEN
        elif sum(map(names_leaders, column)) * 2 >= len(column):
            roles[place] = Role.LEADER
        elif sum(map(names_unit, column)) * 2 >= len(column):
            roles[place] = Role.PREPARER
    return Columns(roles=tuple(roles), heads=("",) * width)


def _is_when(text: str, frame: DateContext) -> bool:
    when = read_dates(text, frame)
    return not when.empty and not when.rest
