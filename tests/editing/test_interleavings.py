"""Two windows, a text editor and git write one file, and no saved edit is lost."""

import pytest

from tests.editing.interleavings import check_interleaving


@pytest.mark.parametrize("seed", range(20))
def test_every_saved_edit_is_in_the_file_or_was_reported(seed: int) -> None:
    assert check_interleaving(seed)
