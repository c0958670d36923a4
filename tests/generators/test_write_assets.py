"""No file is written outside the folder of the site."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from agenda.build.paths import UrlOutsideSite
from agenda.build.site import Site
from agenda.cache.text import NO_TEXT
from agenda.exports.export_settings import OfficeHours
from agenda.generators.mkdocs.generated import file_of
from agenda.generators.mkdocs.write_assets import write_assets
from agenda.site.artifact import Asset, Page

OUTSIDE = "a/../../evil/"
PAGE = Page(url=OUTSIDE, name="", title="", description="", html=NO_TEXT)
EDITION = Site(
    artifacts=(),
    jsonld={},
    index=(),
    ledger={},
    record="x",
    hours=OfficeHours(first={}),
    folder=Path("agendas"),
)
FILE = Asset.of(f"{OUTSIDE}tep.pdf", b"")


@pytest.mark.parametrize("artifact", [PAGE, FILE])
def test_mkdocs_is_given_nothing_that_leaves_the_site(artifact: Page | Asset) -> None:
    config = MkDocsConfig()
    config.site_dir = "/site"
    with pytest.raises(UrlOutsideSite):
        file_of(artifact, EDITION, config)


def test_no_file_is_placed_outside_the_site(tmp_path: Path) -> None:
    with pytest.raises(UrlOutsideSite):
        write_assets([FILE], tmp_path / "site", tmp_path / "before")
    assert list(tmp_path.iterdir()) == []
