"""A folder of agendas for the tests of editing."""

from pathlib import Path

import pytest

from tests.editing.offices import EditedOffice


@pytest.fixture
def office(tmp_path: Path) -> EditedOffice:
    return EditedOffice(tmp_path)
