"""A built site on disk and the public URL that it was built for."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.published.document import Document

NOT_FOUND = "404.html"


@dataclass(frozen=True, kw_only=True)
class BuiltSite:
    """A built site; files are named by their path below `folder`, with forward slashes."""

    folder: Path
    url: str
    """URL of the home page; ends in a slash."""

    @cached_property
    def files(self) -> frozenset[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def pages(self) -> dict[str, Document]:
        pages = sorted(file for file in self.files if file.endswith(".html"))
        return {file: Document(self.read(file)) for file in pages}

    def read(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def url_of(self, file: str) -> str:
        """Return the URL of a file. The page for missing URLs appears at any URL."""
        if file == NOT_FOUND:
            return self.url + "khong/co/trang/nay/"
        return self.url + file.removesuffix("index.html")

    def absolute(self, value: str, file: str) -> str:
        """Return the URL that the reference `value` in `file` means."""
        return urljoin(self.url_of(file), value)

    def owns(self, url: str) -> bool:
        """Return True if an absolute URL is on this site's host."""
        ours, theirs = urlsplit(self.url), urlsplit(url)
        return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)

    def broken(self, value: str, file: str) -> str | None:
        """Return why the reference `value` in `file` leads nowhere on this site.

        None if it leads somewhere, or to another host.
        """
        if value.startswith("#"):
            return self._missing_anchor(file, value[1:])
        target = self.absolute(value, file)
        if urlsplit(target).scheme == "javascript":
            return "is a script"
        if not self.owns(target):
            return None
        path, fragment = unquote(urlsplit(target).path), urlsplit(target).fragment
        base = urlsplit(self.url).path
        if not path.startswith(base):
            return f"leaves {base}"
        name = path.removeprefix(base)
        if not name or name.endswith("/"):
            name += "index.html"
        if name in self.files:
            return self._missing_anchor(name, fragment)
        if f"{name}/index.html" in self.files:
            return "lacks its final slash"
        return "does not exist"

    def _missing_anchor(self, file: str, fragment: str) -> str | None:
        document = self.pages.get(file)
        anchor = unquote(fragment)
        if document is None or not anchor or anchor in document.ids:
            return None
        return f"has no anchor in {file}"
