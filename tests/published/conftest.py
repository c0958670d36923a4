"""What is published must hold together wherever it is published."""

import pytest

from tests.published.site import BuiltSite

SITES = ["site_at_subpath", "site_at_root", "site_of_every_shape", "site_without_a_month"]


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> BuiltSite:
    built: BuiltSite = request.getfixturevalue(request.param)
    return built
