"""Prepare a deploy just before MkDocs pushes: the checked commit and foreign files."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.build.live.files import foreign_files
from agenda.build.live.site import Live
from agenda.build.paths import safe_join

log = get_plugin_logger("agenda")


def prepare_push(config: MkDocsConfig, site: Path, live: Live) -> None:
    """Keep the files of others in the `site`, and push only onto the commit that was checked.

    MkDocs makes its commit on top of the tracking branch, so that a branch that moved since then
    refuses the push.
    """
    _keep_foreign_files(site, live)
    if live.repository is None:
        raise PluginError("Không biết trang đang đăng, nên chưa đăng gì.")
    if live.commit is not None:
        tracking = f"refs/remotes/{config.remote_name}/{config.remote_branch}"
        live.repository.ask("update-ref", tracking, live.commit)
    sys.excepthook = _explain_refused_push


def _keep_foreign_files(site: Path, live: Live) -> None:
    built = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    kept = []
    for name in foreign_files(live.ledger or {}, live.files(), built):
        path, content = safe_join(site, name), live.read(name)
        if content is None or path.exists() or any(each.is_file() for each in path.parents):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        kept.append(name)
    if kept:
        log.info("Giữ nguyên tệp có sẵn trên nhánh đang đăng: %s.", ", ".join(kept))


def _explain_refused_push(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Explain a refused push. MkDocs calls no plugin after it, so this is an exception hook."""
    if isinstance(error, subprocess.CalledProcessError) and "push" in error.cmd:
        sys.stderr.write(
            "Kho không nhận bản đăng này, trang đang đăng còn nguyên. Thường là vì người khác vừa "
            "đăng xong; nếu không thì kiểm tra kết nối và quyền ghi. Hãy lấy bản mới nhất "
            "(git pull) rồi đăng lại.\n"
        )
    else:
        sys.__excepthook__(kind, error, trace)
