"""Prepare a deploy just before MkDocs pushes: the checked commit and foreign files."""

import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.build.live.deployed import last_deployed
from agenda.build.live.files import foreign_files
from agenda.build.live.git import Repository
from agenda.build.live.site import Live
from agenda.build.live.uncommitted import describe_unsaved
from agenda.build.paths import safe_join
from agenda.generators.mkdocs.paths import templates_of

log = get_plugin_logger("agenda")


def prepare_push(config: MkDocsConfig, site: Path, live: Live, sources: Iterable[Path]) -> None:
    """Keep the files of others in the `site`, and push only onto the commit that was checked.

    MkDocs makes its commit on top of the tracking branch, so that a branch that moved since then
    refuses the push. Raise `PluginError` where the `sources` are not in the remote: this comes
    last, because reading the agendas may have written codes into them.
    """
    if live.repository is None:
        raise PluginError("Không biết trang đang đăng, nên chưa đăng gì.")
    if unsaved := describe_unsaved(live.repository, sources, site, config.remote_name):
        raise PluginError(unsaved)
    _keep_foreign_files(config, site, live)
    if live.commit is not None:
        tracking = f"refs/remotes/{config.remote_name}/{config.remote_branch}"
        live.repository.ask("update-ref", tracking, live.commit)
    sys.excepthook = _explain_refused_push


def _keep_foreign_files(config: MkDocsConfig, site: Path, live: Live) -> None:
    theme = _theme_files(templates_of(config), live)
    names = foreign_files(live.ledger or {}, live.files(), theme)
    links = live.links() if names else frozenset()
    kept = [name for name in names if _keep(config, site, name, live, links)]
    if kept:
        log.info("Giữ nguyên tệp có sẵn trên nhánh đang đăng: %s.", ", ".join(kept))


def _keep(config: MkDocsConfig, site: Path, name: str, live: Live, links: Collection[str]) -> bool:
    """Copy a file of others into the site; return False where the site has the same file."""
    path, content = safe_join(site, name), live.read(name)
    if content is not None and name not in links:
        if path.is_file() and path.read_bytes() == content:
            return False
        if not path.exists() and not any(each.is_file() for each in path.parents):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            return True
    raise PluginError(_not_kept(config, name))


def _theme_files(templates: Path, live: Live) -> frozenset[str]:
    """Return the files of the templates that the live site was built from.

    Where no deploy is known, these are the templates of this commit.
    """
    if live.ledger is None or live.repository is None or live.commit is None:
        return frozenset()
    deployed = last_deployed(live.repository, live.commit)
    return Repository(templates).files_in_folder(deployed.source if deployed else "HEAD")


def _not_kept(config: MkDocsConfig, name: str) -> str:
    remote, branch = config.remote_name, config.remote_branch
    return (
        f"Người khác đã đặt tệp {name} trên nhánh {branch} đang đăng. Không giữ được tệp đó: trang "
        "mới có tệp hay thư mục cùng tên mà nội dung khác, nó là liên kết tới tệp khác, hoặc git "
        "không đọc được nó. Chưa đăng gì. Bỏ tệp đó khỏi nhánh rồi đăng lại:\n"
        f"  git fetch {remote} {branch}\n"
        "  git switch --detach FETCH_HEAD\n"
        f'  git rm --cached "{name}"\n'
        '  git commit -m "Bỏ tệp trùng tên"\n'
        f"  git push {remote} HEAD:{branch}\n"
        "  git switch -"
    )


def _explain_refused_push(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Explain a refused push. MkDocs calls no plugin after it, so this is an exception hook."""
    if isinstance(error, subprocess.CalledProcessError) and "push" in error.cmd:
        sys.stderr.write(
            "Kho không nhận bản đăng này. Thường là vì người khác vừa đăng xong; nếu không thì "
            "kiểm tra kết nối và quyền ghi. Hãy lấy bản mới nhất (git pull) rồi đăng lại.\n"
        )
    else:
        sys.__excepthook__(kind, error, trace)
