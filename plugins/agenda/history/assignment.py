"""Find the one-to-one assignment of rows to columns with the greatest sum of weights.

SciPy offers the same algorithm, but adds tens of megabytes for the few dozen items of a month.
"""

from collections.abc import Sequence
from math import inf


def assign(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Return the pairs (row, column) with the greatest sum of weights.

    Each row and each column is in at most one pair. Entries of zero or less are never paired.
    Equal inputs always give the same result. The algorithm is the Hungarian method by shortest
    augmenting paths: Jonker and Volgenant, Computing 38 (1987).
    """
    if not any(value > 0 for row in weights for value in row):
        return ()  # the usual case: every item of the month has a code
    size = max(len(weights), max(map(len, weights), default=0))
    costs = [[0.0] * size for _ in range(size)]
    for number, row in enumerate(weights):
        for column, value in enumerate(row):
            costs[number][column] = -max(0.0, value)
    row_by_column = _solve(costs)
    pairs = ((row, column) for column, row in enumerate(row_by_column) if row < len(weights))
    return tuple(
        sorted(
            (row, column)
            for row, column in pairs
            if column < len(weights[row]) and weights[row][column] > 0
        )
    )


def _solve(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return the row of each column of a square matrix, for the least sum of costs."""
    size = len(costs)
    row_potential = [0.0] * size
    column_potential = [0.0] * (size + 1)
    row_by_column = [-1] * (size + 1)  # each search begins at the extra last column
    for row in range(size):
        row_by_column[size] = row
        column = size
        shortest = [inf] * size
        previous = [size] * size
        open_columns = set(range(size))
        while row_by_column[column] != -1:
            open_columns.discard(column)
            current = row_by_column[column]
            for other in open_columns:
                reduced = costs[current][other] - row_potential[current] - column_potential[other]
                if reduced < shortest[other]:
                    shortest[other], previous[other] = reduced, column
            nearest = min(open_columns, key=lambda other: (shortest[other], other))
            step = shortest[nearest]
            for other in {*range(size + 1)} - open_columns:
                row_potential[row_by_column[other]] += step
                column_potential[other] -= step
            for other in open_columns:
                shortest[other] -= step
            column = nearest
        while column != size:
            row_by_column[column] = row_by_column[previous[column]]
            column = previous[column]
        row_by_column[size] = -1
    return row_by_column[:size]
