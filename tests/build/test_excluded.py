"""Files of `docs/` that MkDocs excludes are not exported either."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from agenda.build.docs.pages import read_docs
from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import Unsettled
from tests.project import Project

FILES = (
    *("nhap.md", "rieng/a.md", "rieng/b.png", "mau/c.md", "templates/d.md", "mau/templates/e.md"),
    *(".f.md", ".well-known/g.txt", "mau/README.md", "rieng/README.md", "rieng/index.md"),
)

SETTINGS = (
    "",
    "exclude_docs: nhap.md",
    "draft_docs: nhap.md",
    "exclude_docs: |\n  /rieng/*\n  !/rieng/b.png\n  # lời ghi\n\n  *.txt",
    "exclude_docs: |\n  !.well-known\n  !/templates/",
    "exclude_docs: |\n  /rieng/index.md",
    "draft_docs: |\n  mau/\n  !mau/c.md\nexclude_docs: c.md",
    "draft_docs: '!nhap.md'\nexclude_docs: nhap.md",
    "exclude_docs:",
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project.copy_to(tmp_path / "lich")
    for name in FILES:
        project.write(f"docs/{name}", "# Riêng\n")
    return project


@pytest.mark.parametrize("settings", SETTINGS)
def test_what_mkdocs_publishes_of_the_documentation_is_what_is_exported(
    settings: str, project: Project
) -> None:
    project.write("mkdocs.yml", f"{project.read('mkdocs.yml')}\n{settings}\n")
    built = {
        file.src_uri
        for file in get_files(load_config(str(project.folder / "mkdocs.yml")))
        if file.inclusion.is_included()
    }
    documentation = read_docs(read_settings(project.folder / "mkdocs.yml"))
    exported = {page.file for page in documentation.pages}
    assert exported | {file.url for file in documentation.files} == built


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("exclude_docs: [a.md]", "mkdocs.yml: exclude_docs: phải là chữ"),
        ("draft_docs: '!'", "mkdocs.yml: draft_docs: có mẫu không viết được như trong .gitignore"),
    ],
)
def test_patterns_that_cannot_be_used_are_told(settings: str, told: str, project: Project) -> None:
    project.write("mkdocs.yml", f"{project.read('mkdocs.yml')}\n{settings}\n")
    with pytest.raises(Unsettled) as refused:
        read_settings(project.folder / "mkdocs.yml")
    assert str(refused.value) == told
