"""Find the workflow on GitHub that deploys each push, and the URL that GitHub gives the site."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from agenda.build.live.git import Repository

_GITHUB = re.compile(r"(?:^|[/@])github\.com[/:](?P<owner>[^/]+)/(?P<name>.+?)(?:\.git)?/?$", re.I)
_DEPLOYS = re.compile(r"\bgh-deploy\b|\bmake deploy\b|\.ci/publish\b")
_FOLDER = ".github/workflows"


def deploying_workflow(root: Path, repository: Repository, remote: str, branch: str) -> str | None:
    """Return the path of a workflow that deploys each push to a branch; None without one.

    Only GitHub runs it: a clone of a remote elsewhere has the file as well.
    """
    if _github(repository, remote) is None:
        return None
    for path in sorted((root / _FOLDER).glob("*.y*ml")):
        if _deploys(path, branch):
            return f"{_FOLDER}/{path.name}"
    return None


def github_pages_url(repository: Repository, remote: str) -> str:
    """Return the URL that GitHub Pages gives the repository; empty where it is not on GitHub."""
    match = _github(repository, remote)
    if match is None:
        return ""
    host = f"{match['owner'].lower()}.github.io"
    path = "" if match["name"].lower() == host else f"{match['name']}/"
    return f"https://{host}/{path}"


def _github(repository: Repository, remote: str) -> re.Match[str] | None:
    # The configured URL: git may replace it by another one for the same repository.
    return _GITHUB.search(repository.text("config", "--get", f"remote.{remote}.url") or "")


def _deploys(path: Path, branch: str) -> bool:
    try:
        workflow = yaml.safe_load(path.read_bytes())
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return False
    if not isinstance(workflow, dict) or not _runs_on_push(_triggers(workflow), branch):
        return False
    return any(_DEPLOYS.search(command) for command in _commands(workflow))


def _triggers(workflow: dict[Any, Any]) -> object:
    return workflow.get("on", workflow.get(True))  # YAML 1.1 reads the key `on` as true


def _runs_on_push(triggers: object, branch: str) -> bool:
    match triggers:
        case "push":
            return True
        case [*events]:
            return "push" in events
        case {"push": {"branches": [*patterns]}}:
            return any(fnmatchcase(branch, str(each)) for each in patterns)
        case {"push": None}:
            return True
        case {"push": {**settings}}:
            return not settings.keys() & {"tags", "branches-ignore"}
    return False


def _commands(workflow: dict[Any, Any]) -> Iterator[str]:
    jobs = workflow.get("jobs")
    for job in jobs.values() if isinstance(jobs, dict) else ():
        steps = job.get("steps") if isinstance(job, dict) else None
        for step in steps if isinstance(steps, list) else ():
            if isinstance(step, dict) and isinstance(step.get("run"), str):
                yield step["run"]
