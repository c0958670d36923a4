"""Sites that all workers of a test run share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


class SharedSites:
    """A folder of projects that all workers share, each built once.

    A built site takes seconds, and one of twenty years half a minute. Tests only read the sites.
    """

    def __init__(self, factory: pytest.TempPathFactory, worker: str) -> None:
        own = factory.getbasetemp()
        self._folder = (own if worker == "master" else own.parent) / "sites"
        self._folder.mkdir(exist_ok=True)

    def folder(self, name: str, build: Callable[[Path], object]) -> Path:
        """Return the folder of a project; call `build` with its path if no worker has yet."""
        folder, built = self._folder / name / "lich", self._folder / f"{name}.built"
        with FileLock(self._folder / f"{name}.lock"):
            if not built.exists():
                build(folder)
                built.touch()
        return folder
