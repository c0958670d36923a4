"""Read the live site: its ledger and files, from the deployed branch or from a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from agenda.build.live.branch import LiveBranch
from agenda.build.live.deployed import last_deployed
from agenda.build.live.git import GitUnavailable, Repository
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.build.live.sources import (
    describe_missing_source,
    describe_rewritten,
    fetch_commits,
    seen_commits,
)
from agenda.build.live.tampering import (
    describe_edited_months,
    find_lost_urls,
)
from agenda.build.live.trust import LedgerUntrusted, parse_ledger, read_trusted
from agenda.history.ledger import MAX_BYTES, Ledger, LedgerDamaged
from agenda.site.urls import LEDGER
from agenda.source.writing.files import error_reason
from agenda.source.yaml.contents import read_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """The branch that `mkdocs gh-deploy` publishes to; `file` may replace a damaged ledger.

    `source` is the commit to publish. `variables` are environment variables for git.
    """

    folder: Path
    remote: str
    branch: str
    file: Path | None
    source: str = "HEAD"
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def _live(self) -> LiveBranch:
        return LiveBranch(remote=self.remote, name=self.branch)

    def read_clone(self) -> Live:
        """Return the live site as this clone knows it, asking nobody.

        Raises `LedgerUnavailable` where the branch is there and its ledger cannot be read.
        """
        try:
            repository = Repository.open(self.folder, self.variables)
        except GitUnavailable as error:
            return self._without_branch(str(error).rstrip("."))
        commit = self._tracked(repository)
        if commit is None:
            shallow = "là bản sao nông và " if _is_shallow(repository) else ""
            return self._without_branch(
                f"Bản sao này {shallow}không có nhánh {self._live.tracking}"
            )
        return self._read(repository, commit)

    def read_remote(self) -> Live:
        """Return the live site as the remote has it now; it is fetched where it is new.

        Raises `LedgerUnavailable` unless the site is known for certain, or nothing was ever
        published.
        """
        try:
            repository = Repository.open(self.folder, self.variables)
        except GitUnavailable as error:
            raise LedgerUnavailable(f"{error}\nChưa đăng gì.") from error
        known = self._known(repository)
        tips = self._ask_remote(repository)
        sources = {branch: tip for branch, tip in tips.items() if branch != self.branch}
        self._fetch(repository, tips)
        if rewritten := describe_rewritten(repository, self.remote, sources, self.source):
            raise LedgerUnavailable(rewritten)
        commit = tips.get(self.branch)
        if commit is None:
            if known:
                raise LedgerUnavailable(self._live.describe_deleted(known[0]))
            for branch, tip in sources.items():
                if repository.ask("cat-file", "-e", f"{tip}:{LEDGER}") is not None:
                    raise LedgerUnavailable(self._live.describe_moved(branch))
            return Live(
                ledger=None,
                message=f"Kho {self.remote} chưa có nhánh {self.branch}: đây là lần đăng đầu tiên, "
                "chưa có địa chỉ nào để đối chiếu.",
                repository=repository,
            )
        if known and (lost := _not_in(repository, known, commit)):
            raise LedgerUnavailable(self._live.describe_rewound(lost, commit))
        note = self._check_sources(repository, commit, sources)
        live = self._read(repository, commit)
        self._check_by_hand(repository, commit, live.ledger or {})
        return replace(live, message=live.message + note)

    def _read(self, repository: Repository, commit: str) -> Live:
        """Return what a commit of the branch publishes, checked against its own files."""
        files = repository.files(commit)
        if files is None:
            raise LedgerUnavailable(self._live.describe_unreadable())
        if LEDGER not in files:
            if any(name.endswith(".html") for name in files):
                why = f"có trang nhưng không có hồ sơ địa chỉ {LEDGER}"
                return self._replaced(repository, commit, files, why)
            return Live(
                ledger=None,
                message=f"Nhánh {self._live.tracking} chưa có trang nào: đây là lần đăng đầu tiên.",
                repository=repository,
                commit=commit,
            )
        content = repository.read(commit, LEDGER, limit=MAX_BYTES)
        if content is None:
            raise LedgerUnavailable(self._live.describe_unreadable())
        try:
            file, hours = read_trusted(content, repository, commit, files)
        except LedgerUntrusted as error:
            why = f"có hồ sơ địa chỉ {LEDGER} {error}"
            return self._replaced(repository, commit, files, why)
        useless = " Bỏ dòng ledger trong mkdocs.yml: nhánh đã có hồ sơ tốt." if self.file else ""
        return Live(
            ledger=file.entries,
            record=file.record,
            hours=hours,
            message=f"Đã đối chiếu với hồ sơ địa chỉ ở nhánh {self._live.tracking}.{useless}",
            repository=repository,
            commit=commit,
        )

    def _replaced(
        self, repository: Repository, commit: str, files: Collection[str], why: str
    ) -> Live:
        """Return what the ledger's replacement says, checked like the ledger that it replaces.

        Raise `LedgerUnavailable` without one, or where it cannot be trusted either.
        """
        if self.file is None:
            raise LedgerUnavailable(
                f"Nhánh {self._live.tracking} {why}, nên không biết những địa chỉ nào đã đăng. "
                "Hai cách "
                f"đi tiếp:\n{self._live.ways_back()};\n"
                "  - hoặc, nếu trên nhánh còn đủ trang, lấy lại hồ sơ của lần đăng gần nhất: "
                f"git restore --source <mã> -- {LEDGER}, đổi tên tệp đó thành ho-so-cu.json, và "
                "ghi ledger: ho-so-cu.json dưới agenda trong mkdocs.yml."
            )
        try:
            found, hours = read_trusted(_read_file(self.file), repository, commit, files)
            if found.record is None:
                raise LedgerUntrusted("thiếu ten_du_lieu, tên của dữ liệu đã đăng")
        except LedgerUntrusted as error:
            raise LedgerUnavailable(
                f"Nhánh {self._live.tracking} {why}, còn tệp {self.file.name} ghi ở ledger trong "
                f"mkdocs.yml {error}. Thay tệp đó bằng hồ sơ của lần đăng gần nhất; không có thì "
                f"bỏ dòng ledger và:\n{self._live.ways_back()}."
            ) from error
        return Live(
            ledger=found.entries,
            record=found.record,
            hours=hours,
            message=f"Nhánh {self._live.tracking} {why}: đã đối chiếu với tệp {self.file.name}. "
            "Đăng xong thì bỏ dòng ledger trong mkdocs.yml.",
            repository=repository,
            commit=commit,
        )

    def _without_branch(self, why: str) -> Live:
        if self.file is None:
            nothing = "không đối chiếu địa chỉ nào với trang đang đăng"
            return Live(ledger=None, message=f"{why}: {nothing}.")
        try:
            found, hours = parse_ledger(_read_file(self.file))
        except LedgerDamaged as error:
            raise LedgerUnavailable(
                f"Tệp {self.file.name} ghi ở ledger trong mkdocs.yml bị hỏng. Thay bằng bản còn "
                "tốt, hoặc bỏ dòng ledger."
            ) from error
        return Live(
            ledger=found.entries,
            record=found.record,
            hours=hours,
            message=f"{why}: đã đối chiếu với tệp {self.file.name}.",
        )

    def _tracked(self, repository: Repository) -> str | None:
        return _commit(repository, f"refs/remotes/{self._live.tracking}")

    def _known(self, repository: Repository) -> list[str]:
        """Return the commits that this clone has seen published, the newest first.

        The branch of its own was pushed if anything was deployed from here; a push that was
        refused leaves one commit on it, which was not.
        """
        seen = seen_commits(repository, f"refs/remotes/{self._live.tracking}")
        if seen:
            return seen
        own = f"refs/heads/{self.branch}"
        pushed = _commit(repository, f"{own}~1") or _commit(repository, own)
        return [pushed] if pushed else []

    def _ask_remote(self, repository: Repository) -> dict[str, str]:
        """Return the branches of the remote with their commits."""
        answer = repository.text("ls-remote", "--heads", self.remote)
        if answer is None:
            raise LedgerUnavailable(
                f"Không hỏi được kho {self.remote} về nhánh {self.branch} đang đăng. Kiểm tra kết "
                f"nối và quyền truy cập, thử: git ls-remote {self.remote}"
            )
        rows = (line.split("\t") for line in answer.splitlines())
        return {name.removeprefix("refs/heads/"): commit for commit, name in rows}

    def _fetch(self, repository: Repository, tips: Mapping[str, str]) -> None:
        if not fetch_commits(repository, self.remote, tips):
            raise LedgerUnavailable(
                f"Không lấy được các nhánh của kho {self.remote}, trong đó có nhánh {self.branch} "
                f"đang đăng. Kiểm tra kết nối rồi đăng lại; hoặc thử: git fetch {self.remote}"
            )

    def _check_sources(
        self, repository: Repository, commit: str, sources: Mapping[str, str]
    ) -> str:
        """Refuse to publish from a clone that lacks the commit that the live site is made from.

        Return a note where no branch has that commit any more: nobody could get it, and the
        ledger still tells what the site would lose.
        """
        deployed = last_deployed(repository, commit)
        if deployed is None or repository.is_ancestor(deployed.source, self.source):
            return ""
        missing = describe_missing_source(repository, self.remote, sources, deployed.source)
        if missing:
            raise LedgerUnavailable(missing)
        return (
            f" Bản nguồn {deployed.source} của trang đang đăng không còn trên nhánh nào của kho "
            f"{self.remote}: lịch sử nguồn đã được ghi lại."
        )

    def _check_by_hand(self, repository: Repository, commit: str, ledger: Ledger) -> None:
        """Raise `LedgerUnavailable` where the ledger or the data of a month was edited by hand."""
        if lost := find_lost_urls(repository, commit, ledger):
            raise LedgerUnavailable(
                f"Hồ sơ địa chỉ {LEDGER} ở nhánh {self._live.tracking} thiếu hoặc đổi {len(lost)} "
                "nơi mà "
                f"lần đăng trước đó có, như /{lost[0]}: hồ sơ đã bị sửa tay. Cách đi tiếp:\n"
                f"{self._live.ways_back()}."
            )
        edited = describe_edited_months(repository, commit, ledger, self.remote, self.branch)
        if edited:
            raise LedgerUnavailable(edited)


def _commit(repository: Repository, name: str) -> str | None:
    return repository.text("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")


def _not_in(repository: Repository, commits: list[str], tip: str) -> str | None:
    """Return a commit that `commits` have and the history of `tip` lacks; None without one."""
    found = ("rev-list", "--ignore-missing", "--max-count=1", *commits, "--not", tip)
    return repository.text(*found) or None


def _is_shallow(repository: Repository) -> bool:
    return repository.ask("rev-parse", "--is-shallow-repository") == b"true"


def _read_file(file: Path) -> bytes:
    """Return the content of a replacement ledger. Raise `LedgerUnavailable` if there is none."""
    try:
        return read_prefix(file, MAX_BYTES + 1)
    except OSError as error:
        raise LedgerUnavailable(
            f"Không đọc được tệp {file.name} ghi ở ledger trong mkdocs.yml "
            f"({error_reason(error)}). Đặt lại tệp đó, hoặc bỏ dòng ledger."
        ) from error
