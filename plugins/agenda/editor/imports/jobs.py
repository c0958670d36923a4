"""Read uploaded documents in the background, one thread for each."""

import logging
from pathlib import Path
from threading import Lock, Thread

from agenda.editing.drafts.importing import run_import
from agenda.editing.drafts.session import ImportSession, SessionStore


class ImportJobs:
    """The imports that are running. An untrusted document is read by a process of its own."""

    def __init__(self, store: SessionStore, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._running: set[str] = set()
        self._lock = Lock()

    def start(self, session: ImportSession) -> None:
        """Read the document of a session, unless that is being done."""
        with self._lock:
            if session.id in self._running:
                return
            self._running.add(session.id)
        Thread(target=self._run, args=(session,), name="import", daemon=True).start()

    def is_running(self, session: ImportSession) -> bool:
        """Return whether a document is being read; after a restart it is not."""
        return session.id in self._running

    def _run(self, session: ImportSession) -> None:
        try:
            run_import(self._store, session, self._folder)
        except Exception:
            logging.getLogger("agenda.editor").exception("Import failed")
        finally:
            with self._lock:
                self._running.discard(session.id)
