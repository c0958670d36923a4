"""Each of many random edits changes only its own lines, and can be undone exactly."""

import pytest

from tests.editing.random_edits import check_random_edit


@pytest.mark.parametrize(
    "seed", [*range(36), 349, 1_000_020, 1_000_087, 1_000_098, 2_000_020, 2_000_057]
)
def test_an_edit_changes_its_own_lines_only(seed: int) -> None:
    check_random_edit(seed)
