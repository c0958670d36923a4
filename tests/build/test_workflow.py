"""A workflow that deploys each push is found, and the URL that GitHub Pages gives the site."""

import subprocess
from pathlib import Path

import pytest

from agenda.build.live.git import Repository
from agenda.build.live.workflow import deploying_workflow, github_pages_url
from tests.project import REPOSITORY

GITHUB = "https://github.com/SoKHCN/lich.git"
DEPLOY = "jobs: {publish: {steps: [{uses: actions/checkout}, {run: mkdocs gh-deploy}]}}\n"


def clone(folder: Path, url: str = GITHUB) -> Repository:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "remote", "add", "origin", url], check=True)
    return Repository(folder)


def found(folder: Path, text: str, branch: str = "main", url: str = GITHUB) -> str | None:
    repository = clone(folder, url)
    path = folder / ".github/workflows/site.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return deploying_workflow(folder, repository, "origin", branch)


@pytest.mark.parametrize(
    "triggers",
    [
        "on: push",
        "on: [push, workflow_dispatch]",
        "on: {push: }",
        "on: {push: {branches: [main]}}",
        "on: {push: {branches: ['m*']}}",
        "on: {push: {paths: [agendas/**]}}",
        '"on": push',
    ],
)
def test_a_workflow_that_deploys_each_push_is_found(tmp_path: Path, triggers: str) -> None:
    assert found(tmp_path, f"{triggers}\n{DEPLOY}") == ".github/workflows/site.yml"


@pytest.mark.parametrize(
    "text",
    [
        f"on: pull_request\n{DEPLOY}",
        f"on: [workflow_dispatch]\n{DEPLOY}",
        f"on: {{push: {{branches: [other]}}}}\n{DEPLOY}",
        f"on: {{push: {{tags: ['v*']}}}}\n{DEPLOY}",
        "on: push\njobs: {tests: {steps: [{run: make test}]}}\n",
        "on: push\njobs: none\n",
        "on: push\njobs: {a: {steps: [run, {run: [gh-deploy]}]}, b: c}\n",
        "- gh-deploy",
        "on: [push\n",
        "",
    ],
)
def test_other_workflows_are_not(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) is None


def test_the_workflow_of_this_project_is_found_on_github_alone(tmp_path: Path) -> None:
    text = (REPOSITORY / ".github/workflows/site.yml").read_text(encoding="utf-8")
    assert found(tmp_path / "a", text) == ".github/workflows/site.yml"
    assert found(tmp_path / "b", text, branch="thu") is None
    assert found(tmp_path / "c", text, url="https://git.example.invalid/github.com.git") is None


def test_a_folder_without_workflows_has_none(tmp_path: Path) -> None:
    assert deploying_workflow(tmp_path, clone(tmp_path), "origin", "main") is None


@pytest.mark.parametrize(
    ("url", "home"),
    [
        (GITHUB, "https://sokhcn.github.io/lich/"),
        ("https://github.com/SoKHCN/lich", "https://sokhcn.github.io/lich/"),
        ("https://clerk@github.com/SoKHCN/lich/", "https://sokhcn.github.io/lich/"),
        ("git@github.com:SoKHCN/Lich.git", "https://sokhcn.github.io/Lich/"),
        ("ssh://git@github.com/SoKHCN/lich.git", "https://sokhcn.github.io/lich/"),
        ("https://github.com/SoKHCN/SoKHCN.github.io.git", "https://sokhcn.github.io/"),
        ("https://gitlab.com/SoKHCN/lich.git", ""),
        ("https://notgithub.com/SoKHCN/lich.git", ""),
        ("/srv/lich.git", ""),
    ],
)
def test_the_url_of_github_pages(tmp_path: Path, url: str, home: str) -> None:
    assert github_pages_url(clone(tmp_path, url), "origin") == home
