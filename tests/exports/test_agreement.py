"""Test that pages, tables, calendars, feeds, JSON-LD and search agree for every test agenda."""

import pytest

from tests.exports.agreement import Agreement
from tests.exports.facts import Published
from tests.exports.fixtures import AGENDA_NAMES, AGENDAS


@pytest.fixture(scope="module", params=AGENDA_NAMES)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Published:
    folder = tmp_path_factory.mktemp("agendas")
    return Published(AGENDAS[request.param](folder), folder)


class TestEveryAgenda(Agreement):
    """The agendas of the tests, each on its own."""
