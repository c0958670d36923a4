"""Check settings, deploy command and ledger before MkDocs publishes."""

from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.build.ledger_check.refusal import describe_refusal
from agenda.build.live.deployment import Deployment
from agenda.build.live.git import GitUnavailable, Repository
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.build.live.sources import describe_push_url
from agenda.build.site import Site
from agenda.history.ledger import LedgerFile
from agenda.model import Agenda

log = get_plugin_logger("agenda")

NOT_COMPARED = Live(ledger=None, message="")


def check_ledger(config: MkDocsConfig, *, deploying: bool) -> None:
    """Raise `PluginError` where the settings would give pages other URLs."""
    if not config.use_directory_urls:
        raise PluginError("Đặt use_directory_urls: true trong mkdocs.yml: địa chỉ là cố định.")
    if not config.site_url and deploying:
        log.warning(
            "Chưa đặt site_url trong mkdocs.yml: trang đăng lên sẽ thiếu địa chỉ chính thức "
            "và sơ đồ trang. Ghi địa chỉ công khai của trang vào đó."
        )
    if not config.repo_url:
        config.edit_uri = None  # nothing to edit: MkDocs would warn once a page


def check_deploy_command(config: MkDocsConfig) -> None:
    """Raise `PluginError` where `gh-deploy` would push past the check of the live site."""
    context = click.get_current_context(silent=True)
    options = context.params if context else {}
    overwrites = "lựa chọn đó ghi đè lên bản người khác vừa đăng và xóa lịch sử của trang"
    for option, given, why in (
        ("--force", options.get("force"), overwrites),
        ("--no-history", options.get("no_history"), overwrites),
        (
            "--dirty",
            not options.get("clean", True),
            "lựa chọn đó bỏ qua bước đối chiếu",
        ),
        (
            "--message",
            options.get("message") is not None,
            "lời ghi có sẵn nêu bản nguồn của trang, nhờ đó lần sau nhận ra bản sao cũ",
        ),
    ):
        if given:
            raise PluginError(f"Không đăng được với {option}: {why}. Chạy lại lệnh, bỏ {option}.")
    folder = _folder(config)
    try:
        here, there = Repository.open(Path.cwd()), Repository.open(folder)
    except GitUnavailable as error:
        raise PluginError(f"{error} Chưa đăng gì.") from error
    if here.git_dir != there.git_dir:
        raise PluginError(
            f"Lệnh đăng chạy ở {Path.cwd()}, ngoài kho git của {config.config_file_path}, nên sẽ "
            f'đẩy nhầm kho. Hãy chuyển vào thư mục của trang rồi đăng lại:\n  cd "{folder}"'
        )
    if another := describe_push_url(there, config.remote_name):
        raise PluginError(another)


def read_live(config: MkDocsConfig, replacement: str | None, *, deploying: bool) -> Live:
    """Return what is published, and log what was compared.

    `replacement` is the path of a ledger to read in place of a damaged one. Raises `PluginError`
    where a deploy cannot know it; any other build goes on without it.
    """
    folder = _folder(config)
    deployment = Deployment(
        folder=folder,
        remote=config.remote_name,
        branch=config.remote_branch,
        file=folder / replacement if replacement else None,
    )
    try:
        live = deployment.read_remote() if deploying else deployment.read_clone()
    except LedgerUnavailable as error:
        if deploying:
            raise PluginError(str(error)) from error
        log.info("Không đối chiếu địa chỉ nào với trang đang đăng. %s", error)
        return NOT_COMPARED
    log.info("%s", live.message)
    return live


def violations(site: Site, agenda: Agenda, live: Live, *, deploying: bool) -> str:
    """Return the violations of a site with their remedies; empty if there are none."""
    new = LedgerFile(entries=site.ledger, record=site.record)
    return describe_refusal(new, site.hours, agenda, live, deploying=deploying)


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent
