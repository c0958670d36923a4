"""Publish the site step by step. Whatever step is interrupted, running it again finishes."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from agenda.editing.publishing.interruption import exclusive_publication
from agenda.editing.publishing.progress import (
    Obstacle,
    PublishingStopped,
    Step,
    StepReport,
    StepState,
)
from agenda.editing.publishing.public_changes import PublicChange
from agenda.editing.publishing.publication import STATE, Publication
from agenda.source.writing.files import error_reason

PATIENCE = 900.0
"""The time in seconds to wait for a workflow, and then for the public URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationPreview:
    """The changes that the public will see, and the obstacles to publishing them now."""

    changes: tuple[PublicChange, ...]
    obstacles: tuple[Obstacle, ...]


def preview_publication(folder: Path) -> PublicationPreview:
    """Return what publishing the site in `folder` would change. Change nothing at all."""
    reports = list(publish(folder, dry_run=True))
    return PublicationPreview(
        changes=tuple(change for report in reports for change in report.changes),
        obstacles=tuple(each for report in reports for each in report.obstacles),
    )


def publish(
    folder: Path, *, dry_run: bool = False, patience: float = PATIENCE
) -> Iterator[StepReport]:
    """Publish the site in the folder of `mkdocs.yml`; yield a report before and after each step.

    The last report tells the outcome: the last step is done, or a step is stopped. A `dry_run`
    ends with the comparison and writes to a temporary folder only.
    """
    step = Step.FETCH
    try:
        exclusive = nullcontext() if dry_run else exclusive_publication(folder, folder / STATE)
        with exclusive, _temporary_folder() as temporary:
            publication = Publication(
                folder=folder, temporary=temporary, dry_run=dry_run, patience=patience
            )
            for report in publication.run():
                step = report.step
                yield report
    except PublishingStopped as stopped:
        yield StepReport(step=step, state=StepState.STOPPED, obstacles=stopped.obstacles)
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        message = f"Không đọc hoặc ghi được{where}: {error_reason(error)}."
        yield StepReport(step=step, state=StepState.STOPPED, obstacles=(Obstacle(message=message),))


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="agenda-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()
