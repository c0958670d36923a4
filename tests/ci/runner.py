"""A machine that runs a job of a workflow: an empty folder, then the job's steps in their order.

Nothing is downloaded. In place of `actions/setup-python`, the folder `.venv` gets this test run's
Python and libraries with the checkout's own package. The time stamps in it tell `make install`
that everything is installed.
"""

import os
import re
import subprocess
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.generators.deployment import Run

REPOSITORY = "so-khcn/lich"
CONTEXT = {
    "vars.SITE_URL": "",
    "github.server_url": "https://github.com",
    "github.repository": REPOSITORY,
}
"""Values for the expressions of a workflow."""

AGENDA = """#!/bin/sh
exec "$(dirname "$0")/python" -c "import sys; from agenda.cli import main; sys.exit(main())" "$@"
"""


@dataclass(frozen=True, slots=True)
class Runner:
    """An empty folder on a machine that knows nobody's settings."""

    folder: Path

    def run_job(self, job: dict[str, Any], remote: Path) -> Run:
        """Run the job's steps until one fails. Return the exit code and all output."""
        output = ""
        for step in job["steps"]:
            assert step.keys() <= {"name", "uses", "with", "run", "env"}, step
            if "uses" in step:
                self._use(step, remote)
                continue
            done = self._run_shell(step["run"], job.get("env", {}) | step.get("env", {}))
            output += done.said
            if done.code:
                return Run(code=done.code, said=output)
        return Run(code=0, said=output)

    def _use(self, step: dict[str, Any], remote: Path) -> None:
        match step["uses"].partition("@")[0]:
            case "actions/checkout":
                check_out(remote, self.folder, **step.get("with", {}))
            case "actions/setup-python":
                provide_environment(self.folder)
            case action:
                raise AssertionError(f"nothing stands in for {action}")

    def _run_shell(self, command: str, variables: dict[str, str]) -> Run:
        """Run a command as GitHub does where a step names no shell."""
        home = self.folder.with_name("home")
        home.mkdir(exist_ok=True)
        script = home / "step.sh"
        script.write_text(command, encoding="utf-8")
        evaluated = {name: evaluate(value) for name, value in variables.items()}
        return run(["bash", "-e", str(script)], self.folder, HOME=str(home), **evaluated)


def check_out(remote: Path, folder: Path, **options: object) -> None:
    """Clone the newest commit, or with `fetch-depth: 0` the history of all branches."""
    depth = options.get("fetch-depth", 1)
    shallow = [f"--depth={depth}"] if depth else []
    branch = f"--branch={options.get('ref', 'main')}"
    clone = ["git", "clone", "--quiet", branch, *shallow, remote.as_uri(), str(folder)]
    done = run(clone, remote)
    assert done.code == 0, done.said


def provide_environment(folder: Path) -> None:
    """Make `.venv` as `make install` leaves it."""
    made = folder / ".venv"
    venv.create(made, symlinks=True)
    paths = {"base": str(made), "platbase": str(made)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    installed = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    lines = [str(folder / "plugins")]
    lines += [f"import site; site.addsitedir({each!r})" for each in sorted(installed)]
    packages.joinpath("test_run.pth").write_text("\n".join(lines), encoding="utf-8")
    command = made / "bin" / "agenda"
    command.write_text(AGENDA, encoding="utf-8")
    command.chmod(0o755)
    for stamp in ("runtime", "package"):
        (made / stamp).touch()
    found = run([str(made / "bin/python"), "-c", "import agenda; print(agenda.__file__)"], folder)
    assert found.said.startswith(str(folder)), found.said


def evaluate(value: str) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda expression: CONTEXT[expression[1]], value)


def run(command: list[str], folder: Path, **variables: str) -> Run:
    """Run a command with GitHub's variables and without this machine's."""
    ours = ("GIT_", "MAKE", "PYTHON", "SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    told = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": REPOSITORY}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        command,
        cwd=folder,
        env=inherited | told | nobody | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Run(code=done.returncode, said=done.stdout)
