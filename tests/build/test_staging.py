"""A site is put in place although another program holds its folder open for a moment."""

import errno
from pathlib import Path

import pytest

from agenda.build.staging import Staging


def test_a_folder_that_is_held_open_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").touch()
    staging = Staging(site)
    staging.begin()
    (staging.folder / "new.html").touch()
    really_rename = Path.rename
    held = [site, staging.folder]

    def rename(path: Path, target: Path) -> Path:
        if path in held:
            held.remove(path)
            raise PermissionError(errno.EACCES, "in use", str(path))
        return really_rename(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    staging.finish()
    staging.release()
    assert held == []
    assert [path.name for path in site.iterdir()] == ["new.html"]
