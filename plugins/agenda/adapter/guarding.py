"""What a build must not do to addresses: lose one that is published, or make them otherwise."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.publishing.edition import Edition
from agenda.publishing.guard import describe_faults, describe_record
from agenda.publishing.live import Deployment, NoAnswer
from agenda.record.ledger import compare

log = get_plugin_logger("agenda")


def check_addresses(config: MkDocsConfig, *, deploying: bool) -> None:
    """Raise `PluginError` where the settings would give pages other addresses."""
    if not config.use_directory_urls:
        raise PluginError("Đặt use_directory_urls: true trong mkdocs.yml: địa chỉ là cố định.")
    if not config.site_url and deploying:
        log.warning(
            "Chưa đặt site_url trong mkdocs.yml: trang đăng lên sẽ thiếu địa chỉ chính thức "
            "và sơ đồ trang. Ghi địa chỉ công khai của trang vào đó."
        )
    if not config.repo_url:
        config.edit_uri = None  # nothing to edit: MkDocs would warn once a page


def loss(edition: Edition, config: MkDocsConfig, kept: str | None, *, deploying: bool) -> str:
    """Return what publishing an edition would lose, and what to do; empty for nothing.

    `kept` is the path of a ledger that stands in for the one of the deployed branch.
    """
    folder = Path(config.config_file_path).parent
    deployment = Deployment(
        folder=folder,
        remote=config.remote_name,
        branch=config.remote_branch,
        file=folder / kept if kept else None,
    )
    try:
        live = deployment.read_live(deploying=deploying)
    except NoAnswer as error:
        return str(error)
    log.info("%s", live.said)
    if renamed := describe_record(live.record, edition.record):
        return renamed
    faults = compare(live.ledger or {}, edition.ledger)
    return describe_faults(faults) if faults else ""
