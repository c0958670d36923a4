"""The saved edits that can be undone, each in a file of its own."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from agenda.source.writing.files import replace_file

Changes = Mapping[str, tuple[str | None, str | None]]
"""The texts of files by name, before and after an edit; None where there was no file."""

Digests = Mapping[str, str]
"""The digests of files by their path in the folder of agendas."""

_NONE: Digests = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """A saved edit."""

    number: int
    label: str
    time: datetime
    changes: Changes
    copies: Digests
    """The files that the edit put beside the agendas."""


class Journal:
    """The saved edits since the last publication, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self) -> tuple[JournalEntry, ...]:
        """Return the saved edits, the oldest first. A damaged one is left out."""
        read = (self._read(path) for path in sorted(self._folder.glob("*.json")))
        return tuple(entry for entry in read if entry is not None)

    @contextmanager
    def record(self, label: str, changes: Changes, copies: Digests = _NONE) -> Iterator[None]:
        """Record an edit while it is written, and forget it if that fails."""
        self._folder.mkdir(parents=True, exist_ok=True)
        last = max((int(path.stem) for path in self._paths()), default=0)
        path = self._folder / f"{last + 1:08}.json"
        data = {
            "label": label,
            "time": datetime.now(UTC).isoformat(),
            "changes": changes,
            "copies": dict(copies),
        }
        replace_file(path, json.dumps(data, ensure_ascii=False).encode())
        try:
            yield
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def remove(self, number: int) -> None:
        """Forget one edit, because it is undone."""
        (self._folder / f"{number:08}.json").unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget all edits, because they are published."""
        for path in self._paths():
            path.unlink(missing_ok=True)

    def _paths(self) -> list[Path]:
        return [path for path in self._folder.glob("*.json") if path.stem.isdecimal()]

    def _read(self, path: Path) -> JournalEntry | None:
        try:
            data = json.loads(path.read_bytes())
            return JournalEntry(
                number=int(path.stem),
                label=data["label"],
                time=datetime.fromisoformat(data["time"]),
                changes={name: (old, new) for name, (old, new) in data["changes"].items()},
                copies={str(name): str(copy) for name, copy in data.get("copies", {}).items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None


def content_digest(content: bytes) -> str:
    """Return the digest of a copied file."""
    return hashlib.sha256(content).hexdigest()
