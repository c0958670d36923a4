"""The commits of the deployed branch that `mkdocs gh-deploy` made, told from those by hand."""

import re
from dataclasses import dataclass

from agenda.build.live.git import Repository

_MESSAGE = "^Deployed ([0-9a-f]{4,64}) with "
"""The message in which `mkdocs gh-deploy` names the commit that the site was built from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployedCommit:
    """A commit that a deploy made; `source` is the commit that the site was built from."""

    commit: str
    source: str


def last_deployed(repository: Repository, tip: str) -> DeployedCommit | None:
    """Return the newest commit of a branch that a deploy made; None without one.

    The tip may be another one: people commit files, such as `CNAME`, to the branch by hand.
    """
    newest = ("log", "--max-count=1", "--extended-regexp", f"--grep={_MESSAGE}")
    commit, _, message = (repository.text(*newest, "--format=%H%n%B", tip) or "").partition("\n")
    match = re.search(_MESSAGE, message, re.MULTILINE)
    return DeployedCommit(commit=commit, source=match[1]) if match else None


def deploys_of(repository: Repository, tip: str, path: str) -> list[str]:
    """Return the deploys that changed a file, the newest first."""
    by_deploy = ("--extended-regexp", f"--grep={_MESSAGE}")
    log = ("--literal-pathspecs", "log", "--format=%H", *by_deploy, tip, "--", path)
    return (repository.text(*log) or "").split()
