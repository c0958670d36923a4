"""What is taken of the theme: its stylesheet; our frame needs none of its scripts."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from agenda.adapter.generated import GeneratedPage
from agenda.cache.store import Keeper
from agenda.publishing.frame import make_frame
from agenda.publishing.scripts import NotJoinable
from agenda.publishing.theme import STYLESHEET


def take_stylesheet(files: Files, config: MkDocsConfig) -> str:
    """The text of the theme's stylesheet; none of its files is published."""
    ours = {config.docs_dir, config.theme.custom_dir}
    theme = [file for file in files if file.src_dir is not None and file.src_dir not in ours]
    stylesheet = next((file for file in theme if fnmatch(file.src_uri, STYLESHEET)), None)
    if stylesheet is None:
        raise PluginError("Không thấy tệp kiểu chữ của mkdocs-material; hãy cài lại các thư viện.")
    for file in theme:
        files.remove(file)
    return stylesheet.content_string


def put_frame(
    templates: Path, stylesheet: str, files: Files, config: MkDocsConfig, keeper: Keeper
) -> None:
    """Publish what the frame loads, and link every page to its styles."""
    try:
        frame = make_frame(templates, stylesheet, config.extra_css, _bodies(files), keeper)
    except NotJoinable as error:
        raise PluginError(
            f"Không ghép được các tệp JavaScript trong {templates.name}: {error}."
        ) from error
    for file in [each for each in files if each.src_dir == config.theme.custom_dir]:
        if file.src_uri in frame.replaced:
            files.remove(file)
    for asset in frame.assets:
        files.append(File.generated(config, asset.address, content=asset.content))
    config.extra_css = list(frame.styles)


def _bodies(files: Files) -> Iterator[str]:
    """Those of the pages that no template of ours makes."""
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, GeneratedPage):
            yield file.page.content or ""
