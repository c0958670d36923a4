"""Look at what a publication would change, or publish, in the background."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from threading import Lock, Thread

from agenda.editing.publishing.progress import Step, StepReport, StepState
from agenda.editing.publishing.publish import PublicationPreview, preview_publication, publish
from agenda.source.writing.files import error_reason


class JobKind(Enum):
    """The work of a job."""

    LOOK = "look"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """The last job. `number` changes with every report.

    `sources` is the digest of the sources that a look compared, or that a publication left.
    `failure` is the message of an unexpected error that ended the job.
    """

    number: int = 0
    kind: JobKind | None = None
    running: bool = False
    reports: tuple[StepReport, ...] = ()
    preview: PublicationPreview | None = None
    sources: str = ""
    failure: str = ""

    @property
    def published(self) -> bool:
        """Return whether the last job published the site."""
        last = self.reports[-1] if self.reports else None
        return last is not None and (last.step, last.state) == (list(Step)[-1], StepState.DONE)


class PublishingJob:
    """The job that looks or publishes, one at a time."""

    def __init__(
        self, folder: Path, *, published: Callable[[], object], sources: Callable[[], str]
    ) -> None:
        """Prepare jobs for the site in `folder`, whose digest is that of `sources`.

        Call `published` after a publication.
        """
        self._folder = folder
        self._published = published
        self._sources = sources
        self._lock = Lock()
        self._state = JobState()

    @property
    def state(self) -> JobState:
        return self._state

    @property
    def is_current(self) -> bool:
        """Return whether no source changed since the last job."""
        return self._state.running or self._state.sources == self._sources()

    def start(self, kind: JobKind) -> bool:
        """Start a job, unless one is running. Return whether it was started."""
        sources = self._sources()
        with self._lock:
            if self._state.running:
                return False
            self._state = JobState(
                number=self._state.number + 1, kind=kind, running=True, sources=sources
            )
        work = self._look if kind is JobKind.LOOK else self._publish
        Thread(target=self._run, args=(work,), name="publishing", daemon=True).start()
        return True

    def _run(self, work: Callable[[], None]) -> None:
        failure = ""
        try:
            work()
        except Exception as error:
            logging.getLogger("agenda.editor").exception("Publishing failed")
            reason = error_reason(error) if isinstance(error, OSError) else type(error).__name__
            failure = f"Có lỗi bất ngờ ({reason}); cửa sổ chạy lệnh agenda edit ghi chi tiết."
        finally:
            self._update(running=False, failure=failure)

    def _look(self) -> None:
        self._update(preview=preview_publication(self._folder))

    def _publish(self) -> None:
        for report in publish(self._folder):
            self._update(reports=(*self._state.reports, report))
        if self._state.published:
            self._published()
        # A publication may write what others pushed, and codes.
        self._update(sources=self._sources())

    def _update(self, **changes: object) -> None:
        with self._lock:
            self._state = replace(self._state, number=self._state.number + 1, **changes)  # type: ignore[arg-type]
