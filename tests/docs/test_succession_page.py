"""The commands of `docs/phat-trien/succession.md` work as written, in their order."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.build.assets.theme import theme_stylesheet
from tests.generators.deployment import Deployment
from tests.project import MAY_2021, REPOSITORY, contents, environment

PAGE = REPOSITORY / "docs/phat-trien/succession.md"
_BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```", re.MULTILINE | re.DOTALL)

SKIPPED = (
    ".venv/bin/python -m pip ",  # installed already
    "make test-properdocs",  # runs these tests
    ".venv/bin/zensical serve ",  # runs until it is stopped
)
URL = "https://example.invalid/lich/"


def commands() -> list[str]:
    """Return every command of the page that a test can run."""
    blocks = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    lines = [line.strip() for _, block in blocks for line in block.splitlines()]
    return [line for line in lines if not line.startswith(SKIPPED)]


@pytest.mark.build
def test_its_commands_lead_from_mkdocs_over_properdocs_to_zensical(tmp_path: Path) -> None:
    clone = Deployment.make(tmp_path)
    for file in MAY_2021.glob("*.yml"):
        clone.write(file.name, file.read_text(encoding="utf-8"))
    clone.commit("Lịch")
    installed = shlex.quote(sys.prefix)

    def type_in(command: str) -> str:
        run = subprocess.run(
            command.replace(".venv/", f"{installed}/"),
            shell=True,
            cwd=clone.folder,
            env=environment(SITE_URL=URL),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert run.returncode == 0, f"{command}\n{run.stdout}"
        return run.stdout

    said = {command: type_in(command) for command in commands()}
    assert said["diff -r site-cu site-moi"] == ""
    built = contents(clone.folder / "build/zensical/site")
    assert built.keys() - {"search.json"} == contents(clone.folder / "site-moi").keys()
    assert clone.published("2021/05/index.html") == built["2021/05/index.html"]
    (kept,) = (clone.folder / "overrides/assets/stylesheets").iterdir()
    assert kept.read_bytes() == theme_stylesheet(REPOSITORY / "overrides").content
    for command in said:
        if "agenda export" in command or "zensical build" in command:
            type_in(command)
    assert contents(clone.folder / "build/zensical/site") == built


def test_its_versions_are_those_that_the_tests_use() -> None:
    named = re.findall(r"pip install (\w+)==([\d.]+)", PAGE.read_text(encoding="utf-8"))
    locked = (REPOSITORY / "requirements-dev.txt").read_text(encoding="utf-8")
    assert [name for name, _ in named] == ["properdocs", "zensical"]
    assert [each for each in named if f"\n{'=='.join(each)} \\\n" not in locked] == []
