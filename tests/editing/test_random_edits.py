"""Each of many random edits changes only its own lines, and can be undone exactly."""

import pytest

from tests.editing.random_edits import check_random_edit

ONCE_WRONG = (349, 1_000_020, 1_000_087, 1_000_098, 2_000_057, 4_000_260, 4_000_340)
"""Seeds of edits that once changed other lines, lost a comment or were refused."""


@pytest.mark.parametrize("seed", [*range(33), *ONCE_WRONG])
def test_an_edit_changes_its_own_lines_only(seed: int) -> None:
    check_random_edit(seed)
