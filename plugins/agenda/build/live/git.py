"""Run git and return its output, or the reason for a failure."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path


class GitUnavailable(Exception):
    """A folder that git cannot read as a repository; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository; `folder` lies in its working tree.

    `variables` are environment variables for git, such as the folder for new objects.
    """

    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path, variables: Mapping[str, str] | None = None) -> "Repository":
        """Return the repository that holds `folder`.

        Raises `GitUnavailable` where git is missing or refuses, and where no repository is there.
        """
        repository = cls(folder, variables or {})
        try:
            run = repository.run("rev-parse", "--git-dir")
        except OSError as error:
            raise GitUnavailable(
                "Không chạy được git: máy chưa cài git, hoặc thư mục của git không có trong PATH."
            ) from error
        if run.returncode:
            raise GitUnavailable(_refusal(run.stderr.decode(errors="replace"), folder))
        return repository

    def with_variables(self, **variables: str) -> "Repository":
        """Return the repository with more environment variables for git."""
        return replace(self, variables={**self.variables, **variables})

    @property
    def git_dir(self) -> Path:
        """The real path of the folder that git keeps its own files in."""
        found = self.ask("rev-parse", "--absolute-git-dir")
        return Path(os.fsdecode(found or b"")).resolve()

    @property
    def branch(self) -> str | None:
        """The branch that is checked out; None if the HEAD is detached."""
        return self.text("symbolic-ref", "--short", "--quiet", "HEAD")

    def ask(self, *arguments: str, strip: bool = True) -> bytes | None:
        """Return what git prints; None where it fails."""
        run = self.run(*arguments)
        if run.returncode:
            return None
        return run.stdout.strip() if strip else run.stdout

    def text(self, *arguments: str) -> str | None:
        """Return what git prints as text; None where it fails."""
        answer = self.ask(*arguments)
        return None if answer is None else answer.decode(errors="replace")

    def is_ancestor(self, commit: str, other: str) -> bool:
        """Tell whether `other` contains `commit`; False where either is unknown."""
        return self.ask("merge-base", "--is-ancestor", commit, other) is not None

    def has(self, commit: str) -> bool:
        """Tell whether the commit is in this clone."""
        return self.ask("cat-file", "-e", f"{commit}^{{commit}}") is not None

    def read(self, commit: str, path: str, limit: int | None = None) -> bytes | None:
        """Return a file of a commit; None where git cannot read it.

        A file of more than `limit` bytes is not read: one byte more than that stands for it.
        """
        name = f"{commit}:{path}"
        if limit is not None:
            size = self.ask("cat-file", "-s", name)
            if size is not None and int(size) > limit:
                return b" " * (limit + 1)
        return self.ask("cat-file", "blob", name, strip=False)

    def files(self, commit: str) -> frozenset[str] | None:
        """Return the paths of all files of a commit; None where git cannot read it."""
        return self._list_tree("--full-tree", commit)

    def blobs(self, commit: str) -> dict[str, str]:
        """Return the ids of the contents of all files of a commit by their paths."""
        listed = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, strip=False) or b""
        rows = (row.partition(b"\t") for row in listed.split(b"\0") if row)
        return {os.fsdecode(name): head.split()[2].decode() for head, _, name in rows}

    def links(self, commit: str) -> frozenset[str]:
        """Return the paths of all symbolic links of a commit."""
        listed = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, strip=False) or b""
        rows = (row.partition(b"\t") for row in listed.split(b"\0"))
        return frozenset(os.fsdecode(name) for mode, _, name in rows if mode.startswith(b"120000"))

    def files_in_folder(self, commit: str) -> frozenset[str]:
        """Return the files that a commit has in `folder`, by their paths from there."""
        return self._list_tree(commit) or frozenset()

    def _list_tree(self, *arguments: str) -> frozenset[str] | None:
        listed = self.ask("ls-tree", "-r", "-z", "--name-only", *arguments, strip=False)
        if listed is None:
            return None
        return frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        """Run git without asking for a password; raises `OSError` where git is missing."""
        return subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            capture_output=True,
            check=False,
            env=os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **self.variables},
        )


def _refusal(message: str, folder: Path) -> str:
    if "not a git repository" in message:
        return "Thư mục này không thuộc kho git."
    if "dubious ownership" in message:
        return (
            "Git không đọc kho này vì thư mục thuộc người dùng khác của máy. Nếu đúng là kho của "
            f'mình, chạy: git config --global --add safe.directory "{folder.as_posix()}"'
        )
    last = message.strip().rpartition("\n")[2] or "không rõ lý do"
    return f"Git không đọc được kho này ({last})."
