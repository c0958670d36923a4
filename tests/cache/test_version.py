"""Versions that the keys of the cache depend on."""

import re
import tomllib

from agenda.cache.version import _LIBRARIES
from tests.project import REPOSITORY


def test_every_library_of_the_keys_is_installed_with_the_package() -> None:
    """Without the development tools, the version of another library would be unknown."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    dependencies = {re.split("[<>=]", each)[0] for each in project["dependencies"]}
    assert set(_LIBRARIES) - dependencies == set()
