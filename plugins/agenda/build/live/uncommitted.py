"""Find sources of a deploy that no other clone has: uncommitted files, an unpushed commit."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from agenda.build.live.git import Repository

_SHOWN = 10
"""The number of files that a message names."""

_UNTRACKED = b"??"


def describe_unsaved(repository: Repository, sources: Iterable[Path], remote: str) -> str:
    """Return what of the sources is only in this clone, with the remedy; empty if nothing is.

    `sources` are the files and folders that the site is built from. Those outside the repository
    cannot be committed and are left out.
    """
    root = Path(repository.text("rev-parse", "--show-toplevel") or repository.folder).resolve()
    inside = [path for path in dict.fromkeys(map(Path.resolve, sources)) if root in path.parents]
    names = _uncommitted(repository, inside) if inside else []
    if names is None:
        return "Git không cho biết tệp nào chưa lưu vào kho. Chạy thử: git status. Chưa đăng gì."
    push = f"  git push {remote} HEAD\n  rồi đăng lại."
    if names:
        changed = [
            path
            for path in inside
            if any(root / name == path or path in (root / name).parents for name in names)
        ]
        return "\n".join(
            [
                f"{len(names)} tệp của trang chưa được lưu vào kho git (commit):",
                *(f"  {name}" for name in names[:_SHOWN]),
                *([f"  … và {len(names) - _SHOWN} tệp nữa"] if len(names) > _SHOWN else []),
                "Đăng lúc này thì bản sao khác không có những tệp ấy, và lần đăng sau từ đó sẽ làm "
                "mất việc vừa đăng. Hãy lưu, đẩy lên:",
                f"  git add --all -- {' '.join(map(_quoted, changed))}",
                '  git commit -m "Nội dung đã sửa"',
                push,
            ]
        )
    if not _is_pushed(repository, remote):
        return (
            f"Bản nguồn của trang (commit mới nhất ở bản sao này) chưa được đẩy lên kho {remote}. "
            "Đăng lúc này thì người khác không lấy được bản nguồn ấy để đăng tiếp. Hãy đẩy lên:\n"
            f"{push}"
        )
    return ""


def _uncommitted(repository: Repository, paths: Sequence[Path]) -> list[str] | None:
    """Return the changed and new files below `paths`; None where git fails.

    New files that are hidden are left out: the site has none of them.
    """
    status = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    listed = repository.ask("--literal-pathspecs", *status, "--", *map(str, paths), strip=False)
    if listed is None:
        return None
    rows = [(row[:2], os.fsdecode(row[3:])) for row in listed.split(b"\0") if row]
    return [name for state, name in rows if state != _UNTRACKED or not _is_hidden(name)]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _is_pushed(repository: Repository, remote: str) -> bool:
    """Tell whether a branch of the remote has the commit, as far as this clone knows."""
    branches = ("for-each-ref", "--count=1", "--contains=HEAD", f"refs/remotes/{remote}/")
    return bool(repository.text(*branches))


def _quoted(path: Path) -> str:
    """Return a path for a command line in the current folder."""
    shown = Path(os.path.relpath(path)).as_posix()
    return f'"{shown}"' if " " in shown else shown
