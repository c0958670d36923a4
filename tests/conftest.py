"""The real site, built once a session the way it is published."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.published.site import BuiltSite

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def site_at_subpath(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as published below a path of its host, which is what GitHub Pages does."""
    return build_site("https://example.invalid/lich/", tmp_path_factory.mktemp("subpath"))


@pytest.fixture(scope="session")
def site_at_root(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site as published at a domain of its own."""
    return build_site("https://example.invalid/", tmp_path_factory.mktemp("root"))


def build_site(url: str, folder: Path) -> BuiltSite:
    """Build the repository's site for `url` into `folder`, or fail with MkDocs's output."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    # A repository on GitHub is the harder case: Material then wants figures from its API.
    environment = os.environ | {"SITE_URL": url, "REPO_URL": "https://github.com/example/lich"}
    run = subprocess.run(
        command,
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if run.returncode:
        pytest.fail(f"mkdocs build --strict for {url} failed:\n{run.stdout}", pytrace=False)
    return BuiltSite(folder=folder, url=url)
