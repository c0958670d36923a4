"""The assignment is one to one, and none is worth more."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from agenda.history.assignment import assign

worths = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-2, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


@given(worths)
def test_no_assignment_is_worth_more(worth: list[list[int]]) -> None:
    pairs = assign(worth)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(worth[row][column] > 0 for row, column in pairs)
    assert sum(worth[row][column] for row, column in pairs) == best(worth)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([]) == assign([[], []]) == assign([[0.0, -1.0]]) == ()


def best(worth: list[list[int]]) -> int:
    """By trying everything: every row takes a column, or none."""
    columns: list[int | None] = [*range(len(worth[0])), *[None] * len(worth)]
    sums: list[int] = [
        sum(max(0, worth[row][column]) for row, column in enumerate(chosen) if column is not None)
        for chosen in set(permutations(columns, len(worth)))
    ]
    return max(sums)
