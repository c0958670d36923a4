"""The ledger of the site that is live: from the deployed branch, or from a file."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from agenda.record.ledger import LARGEST, Ledger, LedgerDamaged, LedgerFile, read_ledger
from agenda.site.addresses import LEDGER
from agenda.source.contents import read_start
from agenda.source.writing import reason


class NoAnswer(Exception):
    """The live ledger cannot be known; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A ledger, None where nothing is published yet, and a sentence on where it is from.

    `record` is the published name of the record; None where it is not known.
    """

    ledger: Ledger | None
    said: str
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """Where `mkdocs gh-deploy` publishes to, and the file that stands in for it."""

    folder: Path
    remote: str
    branch: str
    file: Path | None

    @property
    def _tracking(self) -> str:
        return f"{self.remote}/{self.branch}"

    def read_live(self, *, deploying: bool) -> Live:
        """The live ledger as this clone knows it; when `deploying`, the remote is asked too.

        Raises `NoAnswer` where a published site may be there but its ledger is not known.
        """
        if not self._git("rev-parse", "--git-dir"):
            return self._from_file("Thư mục này không thuộc kho git")
        commit = self._commit()
        if deploying:
            self._check_fresh(commit)
        if commit is None:
            clone = "Bản sao này là bản sao nông, và không" if self._is_shallow() else "Không"
            return self._from_file(f"{clone} có nhánh {self._tracking}")
        try:
            file = self._ledger_at(commit)
        except LedgerDamaged:
            return self._stand_in(
                f"Hồ sơ địa chỉ ở nhánh {self._tracking} bị hỏng",
                f"Hồ sơ địa chỉ {LEDGER} ở nhánh {self._tracking} bị hỏng, nên không biết những "
                "địa chỉ nào đã đăng. Hai cách đi tiếp:\n"
                f"  - lấy lại bản còn tốt: git log {self._tracking} -- {LEDGER}, rồi "
                f"git show <mã>:{LEDGER} > ho-so-cu.json, và ghi ledger: ho-so-cu.json dưới "
                "agenda trong mkdocs.yml;\n"
                f"  - hoặc khôi phục nhánh {self.branch} về lần đăng trước đó.",
            )
        if file is None:
            return self._without_content(commit)
        return Live(
            ledger=file.entries,
            record=file.record,
            said=f"Đã đối chiếu với hồ sơ địa chỉ ở nhánh {self._tracking}.",
        )

    def _ledger_at(self, commit: str) -> LedgerFile | None:
        """Read the ledger of a commit; None where git does not give it."""
        name = f"{commit}:{LEDGER}"
        size = self._git("cat-file", "-s", name)
        if size is not None and int(size) > LARGEST:
            raise LedgerDamaged(f"{int(size)} byte")
        content = self._git("show", name, strip=False)
        return None if content is None else read_ledger(content)

    def _without_content(self, commit: str) -> Live:
        """What is known where git does not give the ledger: because it has none, or cannot."""
        if self._git("ls-tree", "--full-tree", "--name-only", commit, "--", LEDGER) == b"":
            return self._from_file(f"Nhánh {self._tracking} chưa có {LEDGER}")
        return self._stand_in(
            f"Không đọc được hồ sơ địa chỉ ở nhánh {self._tracking}",
            f"Git không đọc được hồ sơ địa chỉ {LEDGER} ở nhánh {self._tracking}, nên không biết "
            "những địa chỉ nào đã đăng. Kiểm tra kết nối rồi lấy lại nhánh đó:\n"
            f"  git fetch --refetch {self.remote} "
            f"+refs/heads/{self.branch}:refs/remotes/{self._tracking}\n"
            "Vẫn không được thì sao lại cả kho vào thư mục khác (git clone) và dựng ở đó.",
        )

    def _stand_in(self, why: str, ways_on: str) -> Live:
        """What the file says that stands in; without one, raises `NoAnswer` with the ways on."""
        if self.file is None:
            raise NoAnswer(ways_on)
        return self._from_file(why)

    def _from_file(self, why: str) -> Live:
        if self.file is None:
            return Live(
                ledger=None,
                said=f"{why}: coi như chưa đăng gì, không đối chiếu được địa chỉ nào.",
            )
        try:
            file = read_ledger(read_start(self.file, LARGEST + 1))
        except OSError as error:
            raise NoAnswer(
                f"Không đọc được tệp {self.file.name} ghi ở ledger trong mkdocs.yml "
                f"({reason(error)}). Đặt lại tệp đó, hoặc bỏ dòng ledger."
            ) from error
        except LedgerDamaged as error:
            raise NoAnswer(
                f"Tệp {self.file.name} ghi ở ledger trong mkdocs.yml bị hỏng. Thay bằng bản còn "
                "tốt, hoặc bỏ dòng ledger."
            ) from error
        return Live(
            ledger=file.entries,
            record=file.record,
            said=f"{why}: đã đối chiếu với tệp {self.file.name}.",
        )

    def _commit(self) -> str | None:
        found = self._git("rev-parse", "--verify", "--quiet", f"refs/remotes/{self._tracking}")
        return found.decode() if found else None

    def _is_shallow(self) -> bool:
        return self._git("rev-parse", "--is-shallow-repository") == b"true"

    def _check_fresh(self, commit: str | None) -> None:
        """Stop where the remote has another state of the branch than this clone knows."""
        answer = self._git("ls-remote", "--exit-code", self.remote, f"refs/heads/{self.branch}")
        if answer is None:
            if commit is None and self._git("ls-remote", self.remote) is not None:
                return  # the branch is not there: nothing was ever deployed
            raise NoAnswer(
                f"Không hỏi được kho {self.remote} về nhánh {self.branch} đã đăng. Kiểm tra kết "
                f"nối và quyền truy cập, thử: git ls-remote {self.remote}. Nếu nhánh đó đã bị xóa "
                f"ở kho, hãy đẩy lại từ bản còn giữ: git push {self.remote} "
                f"{self._tracking}:refs/heads/{self.branch}"
            )
        if answer.split()[0].decode() != commit:
            state = "chưa có" if commit is None else "có bản đã cũ của"
            shallow = " (bản sao nông)" if self._is_shallow() else ""
            raise NoAnswer(
                f"Bản sao này{shallow} {state} nhánh {self.branch} đang đăng, nên không đối "
                "chiếu được địa chỉ. Hãy chạy lệnh sau rồi đăng lại:\n"
                f"  git fetch {self.remote} "
                f"+refs/heads/{self.branch}:refs/remotes/{self._tracking}"
            )

    def _git(self, *arguments: str, strip: bool = True) -> bytes | None:
        """What git answers; None where it refuses or is not there."""
        try:
            run = subprocess.run(
                ["git", "-C", str(self.folder), *arguments],
                capture_output=True,
                check=False,
                env=os.environ | {"GIT_TERMINAL_PROMPT": "0"},
            )
        except OSError:
            return None
        if run.returncode:
            return None
        return run.stdout.strip() if strip else run.stdout
