"""Every site of the tests is complete, for any URL and content."""

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
    """Return one of the sites of the tests."""
