"""The imports that persons review, kept on disk until they are written or dropped."""

import json
import re
import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from threading import RLock

from agenda.editing.drafts.cards import Card, CardAnswer
from agenda.editing.drafts.document_view import ShownBlock
from agenda.editing.drafts.stored import decode, encode
from agenda.importer.datamodel.document import BlockLocation
from agenda.source.writing.files import replace_file

_ID = re.compile(r"[0-9a-f]{16}")
_STATE, _DOCUMENT, _BLOCKS = "phien.json", "van-ban", "van-ban.json"


class SessionState(Enum):
    """The stage of an import."""

    READING = "reading"
    REFUSED = "refused"
    REVIEW = "review"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """The text of a file to be written.

    `partial` marks the document of a week. `places` tells where the document has each item.
    """

    name: str
    text: str
    partial: bool = False
    places: Mapping[str, BlockLocation]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSession:
    """The import of one document.

    `message` is the progress, or why the document was refused. `suffix` is that of its format.
    A person may give the `number` of the revision, or have days merged into a file.
    """

    id: str
    file_name: str
    created: datetime
    state: SessionState = SessionState.READING
    message: str = ""
    suffix: str = ""
    notes: tuple[str, ...] = ()
    pages: int = 0
    more_pages: int = 0
    number: int | None = None
    merging: bool = False
    drafts: tuple[DraftText, ...] = ()
    cards: tuple[Card, ...] = ()

    @property
    def open_cards(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.is_open)

    def card(self, number: int) -> Card | None:
        """Return the card with a number."""
        return next((card for card in self.cards if card.number == number), None)

    def answered(self, number: int, answer: CardAnswer) -> "ImportSession":
        """Return the session with one card closed."""
        cards = (
            replace(card, answer=answer) if card.number == number and card.is_open else card
            for card in self.cards
        )
        return replace(self, cards=tuple(cards))

    def with_text(self, draft: int, text: str) -> "ImportSession":
        """Return the session with another text of one draft."""
        drafts = list(self.drafts)
        drafts[draft] = replace(drafts[draft], text=text)
        return replace(self, drafts=tuple(drafts))

    def with_code(self, draft: int, old: str, new: str) -> "ImportSession":
        """Return the session with another code of an item wherever it is named."""
        drafts = list(self.drafts)
        places = {new if code == old else code: at for code, at in drafts[draft].places.items()}
        drafts[draft] = replace(drafts[draft], places=places)
        cards = (
            replace(card, target=f"cv-{new}")
            if (card.draft, card.target) == (draft, f"cv-{old}")
            else card
            for card in self.cards
        )
        return replace(self, drafts=tuple(drafts), cards=tuple(cards))


class SessionStore:
    """The sessions in a private folder, each in a folder of its own. Several threads may use it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.lock = RLock()

    def create(self, file_name: str, content: bytes) -> ImportSession:
        """Store an uploaded document. Its name is only shown, never used as a path."""
        session = ImportSession(
            id=secrets.token_hex(8), file_name=file_name, created=datetime.now(UTC)
        )
        folder = self._folder / session.id
        folder.mkdir(parents=True)
        replace_file(folder / _DOCUMENT, content)
        self.save(session)
        return session

    def restart(
        self, session: ImportSession, number: int | None, *, merging: bool
    ) -> ImportSession:
        """Store a session anew, without its drafts and answers, to read its document again."""
        again = ImportSession(
            id=session.id,
            file_name=session.file_name,
            created=session.created,
            number=number,
            merging=merging,
        )
        self.save(again)
        return again

    def sessions(self) -> tuple[ImportSession, ...]:
        """Return all sessions, the newest first. A damaged one is left out."""
        found = [self.find(path.parent.name) for path in self._folder.glob(f"*/{_STATE}")]
        known = [session for session in found if session is not None]
        return tuple(sorted(known, key=lambda session: session.created, reverse=True))

    def find(self, session_id: str) -> ImportSession | None:
        """Return the session with an id, if there is one and its file is not damaged."""
        path = self._path(session_id, _STATE)
        if path is None:
            return None
        with self.lock:
            try:
                return decode(ImportSession, json.loads(path.read_text("utf-8")))
            except (FileNotFoundError, ValueError, TypeError, KeyError):
                return None

    def save(self, session: ImportSession) -> None:
        """Store a session, unless it was dropped."""
        with self.lock:
            self._write(session.id, _STATE, encode(session))

    def drop(self, session_id: str) -> None:
        """Remove a session with its document."""
        path = self._path(session_id, _STATE)
        if path is not None:
            with self.lock:
                shutil.rmtree(path.parent, ignore_errors=True)

    def document(self, session: ImportSession) -> Path:
        """Return the path of the document as it was uploaded."""
        return self._folder / session.id / _DOCUMENT

    def page(self, session: ImportSession, number: int) -> Path:
        """Return the path of the image of a page."""
        return self._folder / session.id / f"trang-{number:03}.png"

    def save_blocks(self, session: ImportSession, blocks: Sequence[ShownBlock]) -> None:
        """Store the words of the document."""
        self._write(session.id, _BLOCKS, encode(tuple(blocks)))

    def blocks(self, session: ImportSession) -> tuple[ShownBlock, ...]:
        """Return the words of the document."""
        path = self._folder / session.id / _BLOCKS
        try:
            return decode(tuple[ShownBlock, ...], json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            return ()

    def _path(self, session_id: str, name: str) -> Path | None:
        return self._folder / session_id / name if _ID.fullmatch(session_id) else None

    def _write(self, session_id: str, name: str, value: object) -> None:
        path = self._folder / session_id / name
        if path.parent.is_dir():
            replace_file(path, json.dumps(value, ensure_ascii=False).encode())
