"""Take a part of the theme's style sheet; the frame needs nothing else of the theme."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from agenda.build.assets.frame import make_page_frame
from agenda.build.assets.scripts import UnsupportedImport
from agenda.build.assets.theme import STYLESHEET, StylesheetMissing, theme_stylesheet
from agenda.cache.store import Cache
from agenda.generators.mkdocs.generated import GeneratedPage

VERSION = "frame_version"
"""The name under which the templates find the version of scripts and styles."""


def leave_out_theme(config: MkDocsConfig) -> None:
    """Remove the theme's folder from the build: none of its 12,000 files is published."""
    own = config.theme.custom_dir
    config.theme.dirs = [
        folder
        for folder in config.theme.dirs
        if folder == own or not any(Path(folder).glob(STYLESHEET))
    ]


def put_frame(templates: Path, files: Files, config: MkDocsConfig, cache: Cache) -> None:
    """Publish what the frame loads, and link every page to its styles."""
    try:
        theme = theme_stylesheet(templates)
        styles = theme.content.decode()
        frame = make_page_frame(templates, styles, config.extra_css, _bodies(files), cache)
    except StylesheetMissing as error:
        raise PluginError(
            "Không thấy tệp định dạng (CSS) của mkdocs-material; hãy cài lại các thư viện."
        ) from error
    except UnsupportedImport as error:
        raise PluginError(
            f"Không ghép được các tệp JavaScript trong {templates.name}: {error}."
        ) from error
    replaced = {*frame.replaced, theme.url}
    for file in [each for each in files if each.src_dir == config.theme.custom_dir]:
        if file.src_uri in replaced:
            files.remove(file)
    for asset in frame.assets:
        files.append(File.generated(config, asset.url, content=asset.content))
    config.extra_css = list(frame.styles)
    config.extra[VERSION] = frame.version


def _bodies(files: Files) -> Iterator[str]:
    """Yield the bodies of the hand-written pages."""
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, GeneratedPage):
            yield file.page.content or ""
