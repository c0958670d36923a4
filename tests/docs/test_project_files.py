"""README, CONTRIBUTING, SECURITY, CHANGELOG and LICENSE match the project."""

import re
import shlex
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.backends.docx import grid as word_grid
from agenda.importer.backends.docx import package as word_package
from agenda.importer.backends.markup import reader as markup
from agenda.importer.backends.markup import tables as markup_tables
from agenda.importer.backends.pdf import pages as pdf_pages
from agenda.importer.loading import libreoffice as office
from agenda.importer.loading import reader as opening
from agenda.importer.loading import sandbox as isolation
from agenda.source.yaml import contents, nodes
from tests.project import REPOSITORY

PAGES = sorted(REPOSITORY.glob("*.md"))
GUIDES = [*PAGES, *sorted((REPOSITORY / "docs").rglob("*.md"))]
PROJECT: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))[
    "project"
]
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")


def shown_targets(page: Path) -> set[str]:
    """Return the targets of `make` in a page's blocks and spans of code."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    code = "\n".join(blocks + re.findall(r"`([^`\n]+)`", text))
    return set(re.findall(r"^\s*make (?:[A-Z]+=\S+ )*([a-z-]+)", code, re.MULTILINE))


def load(name: str) -> Any:
    return yaml.safe_load((REPOSITORY / name).read_text("utf-8"))


def test_every_make_command_that_a_page_shows_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    for page in GUIDES:
        assert shown_targets(page) - targets == set(), page


def test_the_readme_shows_how_to_build_and_test() -> None:
    assert {"site", "test"} <= shown_targets(REPOSITORY / "README.md")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_that_a_page_links_to_is_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (REPOSITORY / link).exists()] == []


@pytest.mark.parametrize("name", ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "SECURITY.md"])
def test_the_readme_links_to_the_files_of_the_project(name: str) -> None:
    assert f"]({name})" in (REPOSITORY / "README.md").read_text("utf-8")


def test_the_newest_version_of_the_changelog_is_that_of_the_package() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)", changelog, re.MULTILINE)
    released = [heading for heading in headings if heading != "[Unreleased]"]
    assert headings in (released, ["[Unreleased]", *released])
    assert re.fullmatch(rf"\[{re.escape(PROJECT['version'])}\] - \d{{4}}-\d\d-\d\d", released[0])


def test_the_licence_is_the_one_that_the_package_names() -> None:
    (name,) = PROJECT["license-files"]
    title, version, *_ = (REPOSITORY / name).read_text("utf-8").split("\n", 3)[1:]
    assert (title.strip(), version.strip()) == ("Apache License", "Version 2.0, January 2004")
    assert PROJECT["license"] == "Apache-2.0"
    assert f"[Apache-2.0]({name})" in (REPOSITORY / "README.md").read_text("utf-8")


def test_the_limits_on_documents_are_those_of_the_code() -> None:
    page = (REPOSITORY / "SECURITY.md").read_text("utf-8")
    told = re.findall(r"^\| .* \| (.*) \|$", page, re.MULTILINE)[2:]
    assert told == [
        f"{opening.MAX_SIZE >> 20} MB",
        f"{isolation.TIMEOUT:g} s",
        f"{isolation.MAX_MEMORY >> 30} GB",
        f"{word_package.MAX_PARTS}",
        f"{word_package.MAX_PART_BYTES >> 20} MB",
        f"{word_package.MAX_BYTES >> 20} MB",
        f"{word_grid.MAX_ROWS} × {word_grid.MAX_COLUMNS}",
        f"{pdf_pages.MAX_PAGES}",
        f"{pdf_pages.MAX_CHARS}",
        f"{markup.MAX_CHARACTERS}",
        f"{markup_tables.MAX_COLUMNS}",
        f"{office.TIMEOUT} s",
    ]
    assert f"{contents.MAX_BYTES // 1_000_000} MB and {nodes.MAX_DEPTH} levels" in page


def test_the_hooks_are_installed_with_the_tools_and_check_what_make_check_does() -> None:
    (repo,) = load(".pre-commit-config.yaml")["repos"]
    programs = {shlex.split(hook["entry"])[0] for hook in repo["hooks"]} - {"git"}
    names = {program.removeprefix(".venv/bin/") for program in programs}
    scripts = Path(sysconfig.get_path("scripts"))
    assert [name for name in names if not [*scripts.glob(f"{name}*")]] == []
    recipe = MAKEFILE.partition("\ncheck:")[2].partition("\n\n")[0]
    checks = set(re.findall(r"\$\(RUN\) -m (\w+)|\$\(VENV\)/bin/(\w+)", recipe))
    assert {"".join(check) for check in checks} <= names


def test_updates_are_proposed_for_every_lock() -> None:
    watched = {
        (each["package-ecosystem"], each["directory"])
        for each in load(".github/dependabot.yml")["updates"]
    }
    assert watched == {("pip", "/"), ("npm", "/tests/browser"), ("github-actions", "/")}
    assert (REPOSITORY / "tests/browser/package-lock.json").is_file()
