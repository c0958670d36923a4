"""A copy of the project on disk, and the real `mkdocs` that runs in it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]

MAY_2021 = REPOSITORY / "tests" / "data" / "may_2021"
"""The agenda of May 2021 with its directory and days off.

Tests read this copy. The department changes `agendas/`, which only `tests/live` reads.
"""

GENERATOR = (sys.executable, "-m", os.environ.get("GENERATOR", "mkdocs"))
"""The command that builds: MkDocs or ProperDocs."""

# A repository on GitHub is the harder case: Material then wants figures from its API.
REPO_URL = "https://github.com/example/lich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The exit status and the output of a command."""

    code: int
    output: str

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with mkdocs.yml, agendas, docs and overrides."""

    folder: Path

    @classmethod
    def copy_to(cls, folder: Path, agendas: Path | None = MAY_2021) -> "Project":
        """Copy the repository's site to a folder, with these agendas, or with none."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        for name in ("docs", "overrides"):
            shutil.copytree(REPOSITORY / name, folder / name)
        if agendas is None:
            (folder / "agendas").mkdir()
        else:
            shutil.copytree(agendas, folder / "agendas")
        return cls(folder)

    @property
    def site(self) -> Path:
        """Return the default folder of the built site."""
        return self.folder / "site"

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` in place of the first `old` in a file, which has to be there."""
        text = self.read(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def build(self, *options: str, **variables: str) -> Run:
        return self.mkdocs("build", *options, **variables)

    def mkdocs(self, command: str, *arguments: str, **variables: str) -> Run:
        """Run `mkdocs` with only these of the environment variables that it heeds.

        ProperDocs has a word to say about a file of that name unless it is told of it.
        """
        options = (command, "--config-file", "mkdocs.yml", *arguments)
        return run_in(self.folder, *GENERATOR, *options, **variables)


def run_in(folder: Path, *command: str, **variables: str) -> Run:
    """Run a command in a folder; see `environment`."""
    run = subprocess.run(
        command,
        cwd=folder,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
    )
    return Run(code=run.returncode, output=run.stdout)


def environment(**variables: str) -> dict[str, str]:
    """Return this process's environment, with `variables` alone to change a build."""
    heeded = ("SOURCE_DATE_EPOCH", "SITE_URL", "REPO_URL")
    inherited = {name: value for name, value in os.environ.items() if name not in heeded}
    return inherited | {"NO_MKDOCS_2_WARNING": "1"} | variables


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
