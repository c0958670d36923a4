"""Find sources of a deploy that no other clone has.

These are uncommitted files, files that git ignores, and an unpushed commit.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from agenda.build.docs.pages import docs_page_url
from agenda.build.live.files import page_file
from agenda.build.live.git import Repository
from agenda.build.live.sources import default_branch, pull_command

_SHOWN = 10
"""The number of files that a message names."""

_UNTRACKED = b"??"
_IGNORED = b"!!"

_READ = (".html", ".yml")
"""The ends of names of templates and data, which the site has in other files."""


def describe_unsaved(
    repository: Repository, sources: Iterable[Path], site: Path, remote: str
) -> str:
    """Return what of the sources is only in this clone, with the remedy; empty if nothing is.

    `sources` are the files and folders that the `site` is built from. Those outside the repository
    cannot be committed and are left out.
    """
    root = Path(repository.text("rev-parse", "--show-toplevel") or repository.folder).resolve()
    inside = [path for path in dict.fromkeys(map(Path.resolve, sources)) if root in path.parents]
    rows = _uncommitted(repository, inside) if inside else []
    if rows is None:
        return "Git không cho biết tệp nào chưa lưu vào kho. Chạy thử: git status. Chưa đăng gì."
    ignored = [
        name
        for state, name in rows
        if state == _IGNORED and any(_is_used(root / name, path, site) for path in inside)
    ]
    names = [name for state, name in rows if state != _IGNORED]
    if names:
        changed = [
            path
            for path in inside
            if any(root / name == path or path in (root / name).parents for name in names)
        ]
        return "\n".join(
            [
                f"{len(names)} tệp của trang chưa được lưu vào kho git (commit):",
                *_listed(names),
                "Đăng lúc này thì bản sao khác không có những tệp ấy, và lần đăng sau từ đó sẽ làm "
                "mất việc vừa đăng. Hãy lưu, đẩy lên:",
                f"  git add --all -- {' '.join(map(_quoted, changed))}",
                '  git commit -m "Nội dung đã sửa"',
                _push_commands(repository, remote),
            ]
        )
    if ignored:
        forced = " ".join(_quoted(root / name) for name in ignored)
        return "\n".join(
            [
                f"{len(ignored)} tệp của trang bị git bỏ qua (xem .gitignore), nên không bản sao "
                "nào khác có:",
                *_listed(ignored),
                "Tệp của máy, bản lưu tạm của trình soạn thảo thì xóa đi hoặc chuyển ra ngoài, vì "
                "trong đó có thể có chữ không được đăng. Tệp phải có trên trang thì lưu, đẩy lên:",
                f"  git add --force -- {forced}",
                '  git commit -m "Tệp của trang"',
                _push_commands(repository, remote),
            ]
        )
    if not _is_pushed(repository, remote):
        return (
            f"Bản nguồn của trang (commit mới nhất ở bản sao này) chưa được đẩy lên kho {remote}. "
            "Đăng lúc này thì người khác không lấy được bản nguồn ấy để đăng tiếp. Hãy đẩy lên:\n"
            f"{_push_commands(repository, remote)}"
        )
    return ""


def uncommitted_files(repository: Repository, paths: Sequence[Path]) -> list[str] | None:
    """Return the changed and new files below `paths`; None where git fails."""
    rows = _uncommitted(repository, paths) if paths else []
    return None if rows is None else [name for state, name in rows if state != _IGNORED]


def _listed(names: Sequence[str]) -> list[str]:
    more = [f"  … và {len(names) - _SHOWN} tệp nữa"] if len(names) > _SHOWN else []
    return [*(f"  {name}" for name in names[:_SHOWN]), *more]


def _uncommitted(repository: Repository, paths: Sequence[Path]) -> list[tuple[bytes, str]] | None:
    """Return the changed, new and ignored files below `paths`, with the state of each.

    New and ignored files that are hidden are left out: the site has none of them. Return None
    where git fails.
    """
    status = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored")
    listed = repository.ask("--literal-pathspecs", *status, "--", *map(str, paths), strip=False)
    if listed is None:
        return None
    rows = [(row[:2], os.fsdecode(row[3:])) for row in listed.split(b"\0") if row]
    new = (_UNTRACKED, _IGNORED)
    return [(state, name) for state, name in rows if state not in new or not _is_hidden(name)]


def _is_used(file: Path, source: Path, site: Path) -> bool:
    """Tell whether the site is built from a file of a source."""
    if file == source:
        return True
    if not file.is_relative_to(source):
        return False
    name = file.relative_to(source).as_posix()
    places = (name, page_file(docs_page_url(name)) if file.suffix == ".md" else name)
    return file.suffix in _READ or any((site / each).is_file() for each in places)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _is_pushed(repository: Repository, remote: str) -> bool:
    """Tell whether a branch of the remote has the commit, as far as this clone knows."""
    branches = ("for-each-ref", "--count=1", "--contains=HEAD", f"refs/remotes/{remote}/")
    return bool(repository.text(*branches))


def _push_commands(repository: Repository, remote: str) -> str:
    """Return the lines that push the newest commit, with a pull if the remote's branch moved.

    Without a branch checked out, push to the branch that a clone of the remote checks out.
    """
    branch = repository.branch
    target = "HEAD" if branch else f"HEAD:refs/heads/{default_branch(repository, remote)}"
    branch = branch or default_branch(repository, remote)
    there = (repository.text("ls-remote", remote, f"refs/heads/{branch}") or "").partition("\t")[0]
    moved = there and not repository.is_ancestor(there, "HEAD")
    return "\n".join(
        [
            *([pull_command(remote, branch)] if moved else []),
            f"  git push {remote} {target}",
            "  rồi đăng lại.",
        ]
    )


def _quoted(path: Path) -> str:
    """Return a path for a command line in the current folder."""
    shown = Path(os.path.relpath(path)).as_posix()
    return f'"{shown}"' if " " in shown else shown
