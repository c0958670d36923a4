"""Find folders, files and the site URL in the settings of MkDocs."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.build.checks.source_files import check_files
from agenda.build.settings.yaml_tree import Unsettled
from agenda.build.site import CACHE
from agenda.cache.store import FileCache

log = get_plugin_logger("agenda")

_CODE = Path(__file__).resolve().parents[2]
"""The folder of this package, a source of the site unless it is installed."""


def open_cache(config: MkDocsConfig) -> FileCache:
    return FileCache(Path(config.config_file_path).parent / CACHE, log.info)


def templates_of(config: MkDocsConfig) -> Path:
    folder: Any = config.theme.custom_dir
    if folder is None:
        raise PluginError("Thiếu theme.custom_dir trong mkdocs.yml: nơi chứa các mẫu trang.")
    return Path(folder)


def home_of(config: MkDocsConfig) -> str:
    """Return the public URL of the site with a final slash; empty if none is set."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def check_sources(config: MkDocsConfig) -> None:
    """Raise `PluginError` where a file of the pages or templates cannot be published."""
    try:
        check_files(Path(config.docs_dir))
        check_files(templates_of(config))
    except Unsettled as error:
        raise PluginError(f"{error}.") from error


def others(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the sources of a site besides the agendas."""
    return Path(config.docs_dir), templates_of(config), Path(config.config_file_path)


def all_sources(config: MkDocsConfig, agendas: Path) -> tuple[Path, ...]:
    """Return all that a site is built from and that lies in a repository."""
    installed = _CODE.is_relative_to(Path(sys.prefix).resolve())
    return agendas, *others(config), *(() if installed else (_CODE,))
