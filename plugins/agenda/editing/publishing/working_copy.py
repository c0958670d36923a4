"""The clone that a publication starts from, and the folder for everything temporary."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import agenda
from agenda.build.live.git import GitUnavailable, Repository
from agenda.build.live.sources import describe_push_url
from agenda.build.live.uncommitted import uncommitted_files
from agenda.build.settings.mkdocs_file import Settings, read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.editing.publishing.progress import Obstacle, PublishingStopped

_CODE = Path(agenda.__file__).resolve().parent

_LOCK = re.compile(r"Unable to create '(.+\.lock)': File exists")

_NO_AUTHOR = (
    "Git chưa biết ai là người lưu. Ghi tên và địa chỉ thư điện tử một lần trên máy này rồi đăng "
    "lại; ai xem được kho cũng thấy, nên dùng địa chỉ ẩn mà nơi giữ kho cấp, hoặc địa chỉ của cơ "
    "quan:\n"
    '  git config --global user.name "Họ và tên"\n'
    '  git config --global user.email "ten@co-quan.gov.vn"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """A clone with the branch `branch` checked out; `repository` is at its top level."""

    repository: Repository
    settings: Settings
    branch: str

    @classmethod
    def open(cls, folder: Path, variables: Mapping[str, str]) -> "WorkingCopy":
        """Return the clone that holds the site in `folder`. Raise `PublishingStopped`."""
        try:
            settings = read_settings(folder / FILE)
            repository = Repository.open(folder, variables)
        except (Unsettled, GitUnavailable) as error:
            raise PublishingStopped.because(f"{str(error).rstrip('.')}. Chưa đăng gì.") from error
        root = Path(repository.text("rev-parse", "--show-toplevel") or folder).resolve()
        repository = Repository(root, variables)
        branch = repository.branch
        if branch is None:
            raise PublishingStopped.because(
                "Bản sao này không đứng ở nhánh nào, nên không biết đẩy lên đâu. Chuyển về nhánh "
                "chính rồi đăng lại:\n  git switch main"
            )
        if repository.text("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
            raise PublishingStopped.because(
                "Kho này chưa có bản lưu nào. Lưu các tệp của trang lần đầu rồi đăng lại:\n"
                '  git add --all\n  git commit -m "Trang lịch công tác"'
            )
        if names := repository.text("diff-files", "--name-only", "--diff-filter=U"):
            raise PublishingStopped.because(
                "Một lần gộp còn dở: các tệp sau có chỗ hai bên cùng sửa, chưa ai chọn. Sửa từng "
                "tệp cho đúng, lưu, rồi chạy git add với tệp đó và git commit:\n"
                + "\n".join(f"  {name}" for name in names.splitlines())
            )
        return cls(repository=repository, settings=settings, branch=branch)

    @property
    def root(self) -> Path:
        return self.repository.folder

    @property
    def site(self) -> str:
        """The path of the folder of `mkdocs.yml` from the top level."""
        return self._inside(self.settings.folder)

    @property
    def content(self) -> tuple[str, ...]:
        """The paths from the top level that a publication commits: the agendas and the pages."""
        return self._inside(self.settings.agendas), self._inside(self.settings.docs)

    def python_path(self, copy: Path) -> Mapping[str, str]:
        """Return the variables for a child to use the code of another copy of the clone."""
        if not self._has_code:
            return {}
        return {"PYTHONPATH": str(copy / _CODE.parent.relative_to(self.root))}

    def obstacles(self) -> tuple[Obstacle, ...]:
        """Return what forbids to publish from this clone, whatever its agendas say."""
        messages = [
            describe_push_url(self.repository, self.settings.remote),
            "" if self._has_author else _NO_AUTHOR,
            self._describe_uncommitted(),
        ]
        return tuple(Obstacle(message=message) for message in messages if message)

    @property
    def _has_author(self) -> bool:
        known = ("-c", "user.useConfigOnly=true", "var")
        names = ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT")
        return all(self.repository.ask(*known, name) is not None for name in names)

    def _describe_uncommitted(self) -> str:
        """Return which other sources of the site are not committed, with the remedy."""
        settings = self.settings
        sources = [settings.templates, settings.folder / FILE, *([_CODE] if self._has_code else [])]
        inside = [path.resolve() for path in sources if self.root in path.resolve().parents]
        names = uncommitted_files(self.repository, inside)
        if names is None:
            return "Git không cho biết tệp nào chưa lưu vào kho. Chạy thử: git status."
        if not names:
            return ""
        listed = " ".join(f'"{name}"' if " " in name else name for name in names)
        return (
            f"{len(names)} tệp khác của trang đã sửa mà chưa lưu vào kho. Lệnh đăng chỉ tự lưu "
            f"{' và '.join(self.content)}; người sửa các tệp ấy phải tự lưu:\n"
            f'  git add --all -- {listed}\n  git commit -m "Sửa mẫu trang"\n'
            "hoặc, nếu không cần phần đã sửa, lấy lại bản cũ:\n"
            f"  git restore -- {listed}"
        )

    @property
    def _has_code(self) -> bool:
        """True if the clone holds this package; an installed one is no source of the site."""
        installed = _CODE.is_relative_to(Path(sys.prefix).resolve())
        return _CODE.is_relative_to(self.root) and not installed

    def _inside(self, path: Path) -> str:
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError as error:
            raise PublishingStopped.because(
                f"Thư mục {path} nằm ngoài kho git {self.root}, nên không đăng được từ đây."
            ) from error


def ask_git(repository: Repository, *arguments: str) -> str:
    """Return what git prints. Raise `PublishingStopped` with git's reason where it fails."""
    run = repository.run(*arguments)
    if run.returncode:
        raise PublishingStopped.because(_reason(arguments[0], run.stderr.decode(errors="replace")))
    return run.stdout.decode(errors="replace").strip()


def _reason(command: str, message: str) -> str:
    if lock := _LOCK.search(message):
        return (
            "Một lệnh git khác đang chạy, hoặc đã bị ngắt giữa chừng. Đợi nó xong rồi đăng lại. "
            f"Không có lệnh git nào đang chạy thì xóa tệp này rồi đăng lại:\n  {lock[1]}"
        )
    return f"Git không chạy được lệnh {command}. Git báo:\n{message.strip()}"
