"""The editor starts with what the builds have read, also of a copy of the folder elsewhere."""

import os
import shutil
from pathlib import Path

import pytest

from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.site import CACHE
from agenda.cache.store import FileCache
from agenda.editing.folder_reader import FolderReader
from agenda.editing.publishing.trial import warm_export
from agenda.source.folder import load_agenda
from tests.originals import pdf
from tests.project import Project


def built(folder: Path) -> Project:
    """Return a project with a signed file, and with the cache that a build leaves."""
    project = Project.copy_to(folder)
    agendas = project.folder / "agendas"
    (agendas / "tep").mkdir(exist_ok=True)
    (agendas / "tep" / "2021-05.pdf").write_bytes(pdf())
    project.replace("agendas/2021-05.yml", "van_ban:\n", "van_ban:\n  tep: tep/2021-05.pdf\n")
    cache = FileCache(project.folder / CACHE)
    assert not load_agenda(agendas, cache).failed
    cache.close()
    return project


def forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a month was read from YAML")

    monkeypatch.setattr("agenda.source.revisions.read_revision", fail)


def test_the_editor_takes_months_from_the_cache_of_the_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = built(tmp_path / "lich")
    file = project.folder / CACHE
    before = file.read_bytes()
    forbid_parsing(monkeypatch)
    reader = FolderReader(project.folder / "agendas")
    reader.warm(file)
    assert len(reader.load().agenda.months) == 1
    text = (project.folder / "agendas" / "danh-ba.yml").read_text("utf-8")
    assert reader.load({"danh-ba.yml": text}).agenda.months == reader.load().agenda.months
    assert file.read_bytes() == before


def test_a_missing_or_locked_cache_changes_nothing(tmp_path: Path) -> None:
    project = built(tmp_path / "lich")
    reader = FolderReader(project.folder / "agendas")
    reader.warm(tmp_path / "khong-co")
    assert not (tmp_path / "khong-co").exists()
    lock = FileCache(project.folder / CACHE)
    reader.warm(project.folder / CACHE)
    lock.abandon()
    assert len(reader.load().agenda.months) == 1


def test_an_export_elsewhere_is_read_with_the_cache_of_its_clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = built(tmp_path / "lich")
    copy = tmp_path / "tam" / "xuat"
    shutil.copytree(project.folder, copy, ignore=shutil.ignore_patterns(".cache"))
    os.utime(copy / "agendas" / "tep" / "2021-05.pdf", (1, 1))
    clone, export = (read_settings(each / "mkdocs.yml") for each in (project.folder, copy))
    warm_export(clone, export)
    forbid_parsing(monkeypatch)
    cache = FileCache(copy / CACHE)
    assert len(load_agenda(export.agendas, cache).agenda.months) == 1
    cache.close()
