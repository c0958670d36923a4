"""The one-to-one assignment that is worth most in all.

SciPy has one too, but brings tens of megabytes for the few dozen items of a month.
"""

from collections.abc import Sequence
from math import inf


def assign(worth: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Pairs of a row and a column, each at most once, with the greatest sum of worths.

    A worth of zero or less means that the two are never paired. Of several equally good
    assignments always the same one is returned. This is the Hungarian method by shortest
    augmenting paths: Jonker and Volgenant, Computing 38 (1987).
    """
    if not any(value > 0 for row in worth for value in row):
        return ()  # which most tables are: those of months whose items all have codes
    size = max(len(worth), max(map(len, worth), default=0))
    cost = [[0.0] * size for _ in range(size)]
    for number, row in enumerate(worth):
        for column, value in enumerate(row):
            cost[number][column] = -max(0.0, value)
    row_of = _rows_of_columns(cost)
    pairs = ((row, column) for column, row in enumerate(row_of) if row < len(worth))
    return tuple(
        sorted(
            (row, column)
            for row, column in pairs
            if column < len(worth[row]) and worth[row][column] > 0
        )
    )


def _rows_of_columns(cost: Sequence[Sequence[float]]) -> list[int]:
    """The row given to each column of a square matrix, for the least sum of costs."""
    size = len(cost)
    row_potential = [0.0] * size
    column_potential = [0.0] * (size + 1)
    row_of = [-1] * (size + 1)  # the last column is where each search begins
    for row in range(size):
        row_of[size] = row
        column = size
        least = [inf] * size
        came_from = [size] * size
        open_columns = set(range(size))
        while row_of[column] != -1:
            open_columns.discard(column)
            current = row_of[column]
            for other in open_columns:
                reduced = cost[current][other] - row_potential[current] - column_potential[other]
                if reduced < least[other]:
                    least[other], came_from[other] = reduced, column
            nearest = min(open_columns, key=lambda other: (least[other], other))
            step = least[nearest]
            for other in {*range(size + 1)} - open_columns:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            for other in open_columns:
                least[other] -= step
            column = nearest
        while column != size:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
        row_of[size] = -1
    return row_of[:size]
