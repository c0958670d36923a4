"""Read the folder of agendas for the editor, again only where something changed."""

import codecs
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from agenda.cache.store import Cache, FileCache, MemoryCache
from agenda.cache.version import digest
from agenda.model import YearMonth
from agenda.source.file_names import parse_month_file
from agenda.source.folder import NO_DRAFTS, LoadedAgenda, load_agenda
from agenda.source.yaml.contents import MAX_BYTES, content_fingerprint, read_content, read_prefix

_KEPT_READINGS = 8


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file with the bytes that it was decoded from."""

    content: bytes
    text: str

    def encode(self, text: str) -> bytes:
        """Return the bytes of a new text, with the byte order mark of the file."""
        mark = codecs.BOM_UTF8 if self.content.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode()


class _ReadThrough:
    """A cache in memory that takes what it lacks from the cache of the builds."""

    def __init__(self, memory: MemoryCache, built: Cache) -> None:
        self._memory = memory
        self._built = built

    def get(self, key: str) -> str | None:
        text = self._memory.get(key) or self._built.get(key)
        if text is not None:
            self._memory.put(key, text)
        return text

    def put(self, key: str, text: str) -> None:
        self._memory.put(key, text)

    def touch(self, key: str) -> None: ...


class FolderReader:
    """The files of `agendas/` and what they say. Several threads may use it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache = MemoryCache()
        self._lock = RLock()
        self._loaded: dict[str, LoadedAgenda] = {}

    def warm(self, file: Path) -> None:
        """Read the months that a build left in its cache, which stays as it is."""
        if not file.exists():
            return
        built = FileCache(file)
        try:
            self._load(NO_DRAFTS, None, _ReadThrough(self._cache, built))
        finally:
            built.abandon()

    def load(self, drafts: Mapping[str, str] = NO_DRAFTS) -> LoadedAgenda:
        """Read all files, some replaced by drafts. An unchanged folder is not read again."""
        return self._load(drafts, None)

    def load_file(self, name: str, text: str) -> LoadedAgenda:
        """Read all that one file with this text has to do with: for a month only the nearest."""
        file = parse_month_file(self._folder / name)
        only = None if file is None else tuple(_months_around(file.month))
        return self._load({name: text}, only)

    def _load(
        self,
        drafts: Mapping[str, str],
        only: Collection[YearMonth] | None,
        cache: Cache | None = None,
    ) -> LoadedAgenda:
        with self._lock:
            key = self._fingerprint(drafts, only)
            loaded = self._loaded.pop(key, None)
            if loaded is None:
                loaded = load_agenda(self._folder, cache or self._cache, drafts, only)
            self._loaded[key] = loaded
            for old in list(self._loaded)[:-_KEPT_READINGS]:
                del self._loaded[old]
            return self._loaded[key]

    def _fingerprint(self, drafts: Mapping[str, str], only: Collection[YearMonth] | None) -> str:
        """Return the digest of all that reading the folder depends on."""
        parts = [str(only).encode()]
        for path in sorted(self._folder.rglob("*")):
            parts.append(str(path).encode(errors="surrogateescape"))
            if path.suffix == ".yml" and path.parent == self._folder:
                file = parse_month_file(path)
                if only is not None and file is not None and file.month not in only:
                    continue
                draft = drafts.get(path.name)
                content = read_content(path) if draft is None else draft.encode()
                parts.append(content_fingerprint(content))
            elif path.is_file():
                status = path.stat()
                parts.append(f"{status.st_size} {status.st_mtime_ns}".encode())
        parts += [f"{name} {text}".encode() for name, text in sorted(drafts.items())]
        return digest(parts)

    def text(self, name: str) -> FileText:
        """Return the text of a file. Raise `OSError`, and `UnicodeDecodeError` if not UTF-8."""
        content = read_prefix(self._folder / name, MAX_BYTES)
        return FileText(content, content.removeprefix(codecs.BOM_UTF8).decode())

    def text_if_any(self, name: str) -> FileText | None:
        """Return the text of a file, or None if there is none."""
        try:
            return self.text(name)
        except FileNotFoundError:
            return None


def text_digest(text: FileText | None) -> str:
    """Return the digest of a file's text; empty without a file."""
    return "" if text is None else digest([text.text.encode()])


def _months_around(month: YearMonth) -> Iterator[YearMonth]:
    """Yield a month and those whose rows may reach into it, as a row has at most two months."""
    before, after = month.previous, month.next
    yield from (before.previous, before, month, after, after.next)
