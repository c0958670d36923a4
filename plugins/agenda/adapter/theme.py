"""What is taken of the theme: its stylesheet; our frame needs none of its scripts."""

from collections.abc import Iterable
from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from agenda.publishing.frame import Frame
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


def put_frame(frame: Frame, files: Files, config: MkDocsConfig) -> None:
    """Publish what the frame loads, and link every page to its styles."""
    for file in _replaced(frame, files, config):
        files.remove(file)
    for asset in frame.assets:
        files.append(File.generated(config, asset.address, content=asset.content))
    config.extra_css = list(frame.styles)


def _replaced(frame: Frame, files: Files, config: MkDocsConfig) -> Iterable[File]:
    return [
        file
        for file in files
        if file.src_dir == config.theme.custom_dir and file.src_uri in frame.replaced
    ]
