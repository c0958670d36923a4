"""What is taken of the theme: its stylesheet; our frame needs none of its scripts."""

from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from agenda.publishing.theme import STYLESHEET


def take_stylesheet(files: Files, config: MkDocsConfig) -> str:
    """The address of the theme's stylesheet, all its other files having been left out."""
    ours = {config.docs_dir, config.theme.custom_dir}
    theme = [file for file in files if file.src_dir is not None and file.src_dir not in ours]
    stylesheet = next((file for file in theme if fnmatch(file.src_uri, STYLESHEET)), None)
    if stylesheet is None:
        raise PluginError("Không thấy tệp kiểu chữ của mkdocs-material; hãy cài lại các thư viện.")
    for file in theme:
        if file is not stylesheet:
            files.remove(file)
    return stylesheet.url
