"""Templates to HTML: everything escaped, every address relative to the page it stands on."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from agenda.site.addresses import root_from


class Renderer:
    """Renders the templates of one folder; a value they do not know is an error, not a blank."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, template: str, address: str, **values: object) -> str:
        """The body of the page at `address`; `root` in the template leads to the site's root."""
        return self._environment.get_template(template).render(root=root_from(address), **values)

    def render_macro(self, template: str, macro: str, address: str, value: object) -> Markup:
        """What a macro of a component makes of `value` on the page at `address`."""
        component = self._environment.get_template(template).module
        return Markup(getattr(component, macro)(value, root_from(address)))
