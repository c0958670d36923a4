"""The commit that a publication makes: edits, missing codes, and the newest commit of the remote.

It is made beside the working tree, so that nothing changes before all checks have passed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agenda.build.live.git import Repository
from agenda.editing.publishing.commit_message import describe_files
from agenda.editing.publishing.progress import PublishingStopped
from agenda.editing.publishing.working_copy import WorkingCopy, ask_git

MERGED = "Gộp bản mới nhất của kho"
"""The message of a commit that joins unpushed commits with those of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSources:
    """The tree of files to publish, before its commit is made.

    `head` is the commit that is checked out, `edited` the tree of the working tree, `tree` that of
    both `edited` and the remote's newest commit. `parents` are the parents of the commit to make.
    """

    head: str
    edited: str
    tree: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCommit:
    """A commit that exists and that no branch has yet, unless nothing was edited."""

    head: str
    edited: str
    tree: str
    commit: str


def plan_sources(working: WorkingCopy, tip: str | None, temporary: Path) -> PlannedSources:
    """Return the files to publish: those of the working tree, joined with the remote's `tip`.

    Raise `PublishingStopped` where both changed the same lines.
    """
    repository = _with_index(working.repository, temporary)
    head = ask_git(repository, "rev-parse", "HEAD")
    ask_git(repository, "read-tree", head)
    add_content(repository, working.content)
    edited = ask_git(repository, "write-tree")
    if tip is None or repository.is_ancestor(tip, head):
        return PlannedSources(head=head, edited=edited, tree=edited, parents=(head,))
    own = _commit(repository, edited, (head,))
    parents = (tip,) if repository.is_ancestor(head, tip) else (own, tip)
    return PlannedSources(
        head=head, edited=edited, tree=_merge(repository, own, tip), parents=parents
    )


def export_sources(working: WorkingCopy, planned: PlannedSources, temporary: Path) -> Path:
    """Write the files to publish into a folder and return it."""
    repository = _with_index(working.repository, temporary)
    folder = temporary / "copy"
    folder.mkdir()
    ask_git(repository, "read-tree", planned.tree)
    ask_git(repository, "checkout-index", "--all", "--force", f"--prefix={folder.as_posix()}/")
    return folder


def commit_sources(
    working: WorkingCopy, planned: PlannedSources, export: Path, temporary: Path
) -> PlannedCommit:
    """Make the commit of an export, in which missing codes were written meanwhile."""
    git_dir = str(working.repository.git_dir)
    repository = _with_index(working.repository, temporary)
    add_content(
        repository.with_variables(GIT_DIR=git_dir, GIT_WORK_TREE=str(export)), working.content
    )
    tree = ask_git(repository, "write-tree")
    return PlannedCommit(
        head=planned.head,
        edited=planned.edited,
        tree=tree,
        commit=_commit(repository, tree, planned.parents),
    )


def save_commit(working: WorkingCopy, planned: PlannedCommit) -> None:
    """Put the commit on the branch and its files into the working tree.

    The files come first: a publication that is killed in between finds them as edits. Raise
    `PublishingStopped` where a file was edited meanwhile.
    """
    if planned.commit == planned.head:
        return
    repository = working.repository
    add_content(repository, working.content)
    same = ("diff-index", "--cached", "--quiet", planned.edited, "--", *working.content)
    if repository.ask(*same) is None:
        raise PublishingStopped.because(
            "Có tệp vừa được sửa trong lúc kiểm tra. Chưa lưu, chưa đăng gì; hãy đăng lại."
        )
    if planned.tree != planned.edited:
        ask_git(repository, "read-tree", "-m", "-u", planned.edited, planned.tree)
    branch = f"refs/heads/{working.branch}"
    ask_git(repository, "update-ref", "-m", "agenda publish", branch, planned.commit, planned.head)


def add_content(repository: Repository, paths: Sequence[str]) -> None:
    """Add the new, changed and removed files below some paths to the index."""
    listed = ("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--")
    there = [path for path in paths if ask_git(repository, *listed, path)]
    if there:
        ask_git(repository, "add", "--all", "--", *there)


def _with_index(repository: Repository, temporary: Path) -> Repository:
    return repository.with_variables(GIT_INDEX_FILE=str(temporary / "index"))


def _commit(repository: Repository, tree: str, parents: Sequence[str]) -> str:
    """Return a commit of a tree; one that has it already is taken as it is."""
    first, *others = parents
    if not others and ask_git(repository, "rev-parse", f"{first}^{{tree}}") == tree:
        return first
    names = repository.ask("diff", "--name-status", "-z", "--no-renames", first, tree, strip=False)
    message = MERGED if others else describe_files(names or b"")
    named = [word for parent in parents for word in ("-p", parent)]
    return ask_git(repository, "commit-tree", tree, *named, "-m", message)


def _merge(repository: Repository, own: str, tip: str) -> str:
    """Return the tree that joins two commits."""
    run = repository.run("merge-tree", "--write-tree", "--name-only", "--no-messages", own, tip)
    tree, *names = run.stdout.decode(errors="replace").splitlines() or [""]
    if run.returncode == 0:
        return tree
    if names:
        raise PublishingStopped.because(
            "Người khác đã sửa cùng chỗ với bản sao này, và đã đẩy lên kho trước:\n"
            + "\n".join(f"  {name}" for name in names)
            + "\nCông cụ không tự chọn bản nào. Chưa đăng gì, việc đã sửa ở máy này còn nguyên. "
            "Gộp hai bản, sửa những chỗ git đánh dấu trong các tệp ấy rồi đăng lại:\n"
            "  git add --all\n"
            '  git commit -m "Việc đã sửa ở máy này"\n'
            "  git pull --no-rebase --no-edit"
        )
    raise PublishingStopped.because(
        "Kho đã có bản mới hơn mà git ở máy này không tự gộp được (cần Git 2.38 trở lên). Cập "
        "nhật Git, hoặc lấy bản mới về rồi đăng lại:\n  git pull --no-rebase --no-edit"
    )
