"""ProperDocs builds the same site as MkDocs."""

import sys
from pathlib import Path

from tests.project import REPO_URL, Project, contents, run_in
from tests.published.site import BuiltSite


def test_properdocs_and_mkdocs_make_the_same_site_to_the_byte(
    site_of_every_shape: BuiltSite, tmp_path: Path
) -> None:
    project = Project(site_of_every_shape.folder.parent)
    sites = []
    for generator in ("mkdocs", "properdocs"):
        run = run_in(
            project.folder,
            *(sys.executable, "-m", generator),
            *("build", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / generator)),
            SITE_URL=site_of_every_shape.url,
            REPO_URL=REPO_URL,
        )
        assert run.code == 0, run.output
        sites.append(contents(tmp_path / generator))
    assert sites[0] == sites[1]
    assert "2021/06/index.html" in sites[0]
