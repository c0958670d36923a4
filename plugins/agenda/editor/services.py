"""The objects that the pages of the editor share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from flask import current_app

from agenda.build.settings.mkdocs_file import Settings
from agenda.editing.drafts.reviewing import DraftReview
from agenda.editing.drafts.session import SessionStore
from agenda.editing.journal import JournalEntry
from agenda.editing.workspace import Workspace
from agenda.editor.imports.jobs import ImportJobs
from agenda.editor.preview_build import PreviewBuild
from agenda.editor.publishing_job import PublishingJob
from agenda.editor.sources import sources_digest

STATE: Final = ".cache/editing"
"""The private folder of the editor, relative to the folder of `mkdocs.yml`."""

EXTENSION: Final = "agenda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The site that is edited, its files and the build that is shown."""

    settings: Settings
    workspace: Workspace
    preview: PreviewBuild
    publishing: PublishingJob
    review: DraftReview
    import_jobs: ImportJobs

    @classmethod
    def of(cls, settings: Settings) -> "Services":
        """Return the services for the site with these settings."""
        state = settings.folder / STATE
        workspace = Workspace(folder=settings.agendas, state=state)
        sessions = SessionStore(state / "nhap")
        return cls(
            settings=settings,
            workspace=workspace,
            preview=PreviewBuild(settings, state / "xem"),
            publishing=PublishingJob(
                settings.folder,
                published=workspace.forget_edits,
                sources=lambda: sources_digest(settings),
            ),
            review=DraftReview(sessions, workspace),
            import_jobs=ImportJobs(sessions, settings.agendas),
        )


def current_services() -> Services:
    """Return the services of the application that answers the request."""
    return cast(Services, current_app.extensions[EXTENSION])


def look_folder(services: Services) -> Path:
    """Return the folder with the styles and pictures of the site."""
    return services.settings.templates / "assets"


def last_edit(services: Services) -> JournalEntry | None:
    """Return the last saved edit, if it can be undone."""
    entries = services.workspace.journal.entries()
    return entries[-1] if entries else None
