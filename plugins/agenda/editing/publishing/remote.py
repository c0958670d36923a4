"""Ask the remote for its branches and for the last deploy, and push the sources."""

from collections.abc import Mapping

from agenda.build.live.deployed import last_deployed
from agenda.build.live.sources import default_branch, fetch_commits
from agenda.editing.publishing.progress import PublishingStopped
from agenda.editing.publishing.working_copy import WorkingCopy


def ask_tips(working: WorkingCopy) -> Mapping[str, str]:
    """Return the branches of the remote with their commits. Raise `PublishingStopped`."""
    remote = working.settings.remote
    answer = working.repository.text("ls-remote", "--heads", remote)
    if answer is None:
        raise PublishingStopped.because(
            f"Không hỏi được kho {remote}. Kiểm tra mạng và quyền vào kho, thử: git ls-remote "
            f"{remote}. Chưa đăng gì."
        )
    rows = (line.split("\t") for line in answer.splitlines())
    return {name.removeprefix("refs/heads/"): commit for commit, name in rows}


def fetch_sources(working: WorkingCopy) -> str | None:
    """Return the newest commit of the remote's branch; None where the remote is empty.

    Raise `PublishingStopped` where another branch than that of the clone is published.
    """
    remote, branch = working.settings.remote, working.branch
    tips = ask_tips(working)
    sources = {name: tip for name, tip in tips.items() if name != working.settings.branch}
    main = default_branch(working.repository, remote) if sources else branch
    if branch != main:
        raise PublishingStopped.because(
            f"Bản sao này đang đứng ở nhánh {branch}, còn trang được đăng từ nhánh {main}. Chuyển "
            f"về nhánh ấy rồi đăng lại:\n  git switch {main}"
        )
    tip = sources.get(branch)
    if tip is not None and not fetch_commits(working.repository, remote, {branch: tip}):
        raise PublishingStopped.because(
            f"Không lấy được nhánh {branch} của kho {remote}. Kiểm tra mạng rồi đăng lại."
        )
    return tip


def push_sources(working: WorkingCopy, commit: str, tip: str | None) -> None:
    """Push a commit. Raise `PublishingStopped` where the remote does not take it.

    Nothing of the live site has changed then. Push a commit that the remote has, too: the
    tracking branch follows.
    """
    remote, branch = working.settings.remote, working.branch
    run = working.repository.run("push", "--quiet", remote, f"{commit}:refs/heads/{branch}")
    if run.returncode == 0:
        return
    if ask_tips(working).get(branch) != tip:
        raise PublishingStopped.because(
            "Người khác vừa đẩy bản mới lên kho. Trang đang đăng chưa đổi gì, việc đã sửa đã lưu ở "
            "máy này. Hãy đăng lại: lần sau công cụ lấy bản mới ấy về trước."
        )
    raise PublishingStopped.because(
        f"Kho {remote} không nhận bản nguồn; trang đang đăng chưa đổi gì. Kiểm tra quyền ghi vào "
        f"kho. Git báo:\n{run.stderr.decode(errors='replace').strip()}"
    )


def deployed_tip(working: WorkingCopy, commit: str) -> str | None:
    """Return the tip of the live branch if it is deployed from a commit or from a later one."""
    remote, branch = working.settings.remote, working.settings.branch
    tip = ask_tips(working).get(branch)
    if tip is None or not fetch_commits(working.repository, remote, {branch: tip}):
        return None
    deployed = last_deployed(working.repository, tip)
    if deployed is None or not working.repository.is_ancestor(commit, deployed.source):
        return None
    return tip
