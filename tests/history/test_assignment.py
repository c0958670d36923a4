"""Test that the assignment is one to one and has the greatest sum."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from agenda.history.assignment import assign

weight_tables = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-2, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


@given(weight_tables)
def test_no_assignment_has_a_greater_sum(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)
    assert sum(weights[row][column] for row, column in pairs) == best(weights)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([]) == assign([[], []]) == assign([[0.0, -1.0]]) == ()


def best(weights: list[list[int]]) -> int:
    """Return the greatest sum by trying every assignment of rows to columns or to none."""
    columns: list[int | None] = [*range(len(weights[0])), *[None] * len(weights)]
    sums: list[int] = [
        sum(max(0, weights[row][column]) for row, column in enumerate(chosen) if column is not None)
        for chosen in set(permutations(columns, len(weights)))
    ]
    return max(sums)
