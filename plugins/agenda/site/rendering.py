"""Render Jinja templates with autoescaping and URLs relative to the page."""

import marshal
from base64 import b64decode, b64encode
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from agenda.cache.store import NULL_CACHE, Cache
from agenda.cache.version import code_version, digest
from agenda.site.urls import relative_root


class TemplateBytecodeCache(BytecodeCache):
    """A cache of compiled templates, keyed by source and versions.

    The cache is as trusted as the templates: whoever can write to the cache can also write to this
    package.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if (text := self._cache.get(_key(bucket))) is not None:
            bucket.code = marshal.loads(b64decode(text))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put(_key(bucket), b64encode(marshal.dumps(bucket.code)).decode())


def _key(bucket: Bucket) -> str:
    parts = ("mẫu", code_version(), bucket.key, bucket.checksum)
    return digest(part.encode() for part in parts)


class Renderer:
    """A renderer for the templates of one folder; undefined values are errors."""

    def __init__(self, folder: Path, cache: Cache = NULL_CACHE) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a build reads each template once
            bytecode_cache=TemplateBytecodeCache(cache),
        )

    def compile_all(self) -> None:
        """Compile every template, so that the cache contains all of them for the next build."""
        for name in self._environment.list_templates(extensions=["html"]):
            self._environment.get_template(name)

    def render(self, template: str, url: str, **values: object) -> str:
        """Return the body of the page at `url`; the template's `root` is the relative site root."""
        return self._environment.get_template(template).render(root=relative_root(url), **values)

    def render_macro(self, template: str, macro: str, url: str, value: object) -> Markup:
        """Return the output of a component's macro for `value` on the page at `url`."""
        component = self._environment.get_template(template).module
        return Markup(getattr(component, macro)(value, relative_root(url)))
