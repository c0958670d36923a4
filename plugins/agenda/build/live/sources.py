"""Compare the commits of a clone with the branches of its remote and with the deployed source."""

from collections.abc import Mapping

from agenda.build.live.git import Repository

_REMEMBERED = 200
"""The number of earlier states of a branch to look up; a command line has a limit."""


def fetch_commits(repository: Repository, remote: str, tips: Mapping[str, str]) -> bool:
    """Have the tips of the remote's branches in this clone; tell whether they are all here.

    Tracking branches stay as they are: they tell what this clone has seen.
    """
    missing = [branch for branch, tip in tips.items() if not repository.has(tip)]
    if missing:
        options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=")
        repository.run("fetch", *options, remote, *(f"refs/heads/{each}" for each in missing))
    return all(repository.has(tips[branch]) for branch in missing)


def seen_commits(repository: Repository, ref: str) -> list[str]:
    """Return the commits that a ref has pointed to in this clone, the newest first."""
    log = ("reflog", "show", f"--max-count={_REMEMBERED}", "--format=%H", ref)
    entries = (repository.text(*log) or "").split()
    # The reflog does not list the value before its first entry.
    places = (ref, f"{ref}@{{{len(entries)}}}") if entries else (ref,)
    first, *oldest = (
        repository.text("rev-parse", "--verify", "--quiet", f"{place}^{{commit}}")
        for place in places
    )
    return [each for each in dict.fromkeys([first, *entries, *oldest]) if each]


def describe_rewritten(
    repository: Repository, remote: str, tips: Mapping[str, str], source: str
) -> str:
    """Return how to leave a clone with commits that the remote has dropped; empty without any.

    `tips` are the branches of sources at the remote, `source` is the commit to publish.
    Whoever pushes or pulls from such a clone brings back what was removed from the history.
    """
    own = _missing_commits(repository, [source], tips)
    if not own:
        return ""
    seen = [
        commit
        for branch in tips
        for commit in seen_commits(repository, f"refs/remotes/{remote}/{branch}")
    ]
    if not own & _missing_commits(repository, seen, tips):
        return ""
    return (
        f"Lịch sử nguồn ở kho {remote} đã được ghi lại (như khi gỡ hẳn chữ đã lỡ đăng), còn bản "
        "sao này giữ lịch sử cũ. Đừng git pull, git push từ đây: chữ đã gỡ sẽ trở lại. Hãy chép "
        "riêng các tệp mới sửa mà chưa đẩy lên, xóa cả thư mục này, rồi lấy bản sao mới và đăng "
        "từ đó:\n"
        f"  git clone {repository.text('remote', 'get-url', remote)}"
    )


def _missing_commits(
    repository: Repository, commits: list[str], tips: Mapping[str, str]
) -> set[str]:
    """Return the commits in the history of `commits` that no branch has."""
    listed = ("rev-list", "--ignore-missing", *commits, "--not", *tips.values())
    return set((repository.text(*listed) or "").split()) if commits else set()


def describe_missing_source(
    repository: Repository, remote: str, tips: Mapping[str, str], source: str
) -> str:
    """Return how to get the deployed source commit; empty if no branch of the remote has it."""
    without = (
        f"Trang đang đăng được dựng từ bản nguồn {source}, mà bản sao này không có, hoặc đang "
        "đứng ở nhánh khác: đăng từ đây sẽ làm mất việc người khác đã đăng. Hãy lấy bản mới nhất "
        "rồi đăng lại:\n"
    )
    if repository.ask("rev-parse", "--is-shallow-repository") == b"true":
        return f"{without}  git fetch --unshallow {remote}"
    having = [branch for branch, tip in tips.items() if repository.is_ancestor(source, tip)]
    if not having:
        return ""
    preferred = (repository.branch, default_branch(repository, remote))
    branch = next((each for each in preferred if each in having), having[0])
    return without + pull_command(remote, branch)


def describe_push_url(repository: Repository, remote: str) -> str:
    """Return how to push to the URL that is checked, where git would push to another one."""
    checked = repository.text("remote", "get-url", remote)
    pushed = repository.text("remote", "get-url", "--push", "--all", remote)
    if checked is None or pushed == checked:
        return ""
    return (
        f"Kho {remote} có địa chỉ để đẩy khác địa chỉ để lấy, hoặc có nhiều địa chỉ, nên trang "
        "sẽ được đẩy sang nơi chưa được đối chiếu. Hãy chỉ đẩy lên địa chỉ để lấy rồi đăng "
        "lại:\n"
        f'  git config --replace-all remote.{remote}.pushurl "{checked}"'
    )


def default_branch(repository: Repository, remote: str) -> str:
    """Return the branch that a clone of the remote checks out."""
    answer = repository.text("ls-remote", "--symref", remote, "HEAD") or ""
    name = answer.partition("\t")[0].removeprefix("ref: refs/heads/")
    return name if answer.startswith("ref: ") else "main"


def pull_command(remote: str, branch: str) -> str:
    """Return a line with the command that merges a branch without asking anything."""
    return f"  git pull --no-rebase --no-edit {remote} {branch}"
