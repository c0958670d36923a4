"""Every site of the tests is complete, wherever it is published and whatever it holds."""

import pytest

from tests.published.invariants import SiteInvariants
from tests.published.site import BuiltSite

SITES = [
    "site_at_subpath",
    "site_at_root",
    "site_of_every_shape",
    "site_of_two_months",
    "site_of_two_years",
    "site_without_a_month",
]


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


class TestEverySite(SiteInvariants):
    """The sites of the tests, each by itself."""
