"""List what the public does not see yet, from the preview and from what this clone knows."""

from collections.abc import Sequence
from dataclasses import dataclass

from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable
from agenda.build.settings.mkdocs_file import Settings
from agenda.editing.publishing.public_changes import PublicChange, SiteState, find_changes
from agenda.editor.preview_build import PreviewBuild
from agenda.history.ledger import LedgerDamaged, read_ledger
from agenda.site.urls import LEDGER


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished:
    """The pages that differ from the published ones; `unknown` says why they are not known."""

    pages: Sequence[PublicChange] = ()
    unknown: str = ""


def find_unpublished(settings: Settings, preview: PreviewBuild) -> Unpublished:
    """Compare the last good build with the live site as this clone knows it, asking nobody."""
    folder = preview.folder
    if folder is None:
        return Unpublished(unknown="Đang dựng bản xem thử đầu tiên; tải lại trang sau vài giây.")
    deployment = Deployment(
        folder=settings.folder,
        remote=settings.remote,
        branch=settings.branch,
        file=settings.ledger,
    )
    try:
        live = deployment.read_clone()
        built = read_ledger((folder / LEDGER).read_bytes())
    except LedgerUnavailable as error:
        return Unpublished(unknown=f"Không biết trang đang đăng. {error}")
    except LedgerDamaged:
        return Unpublished(unknown="Bản xem thử bị hỏng; lưu một thay đổi để dựng lại.")
    if live.ledger is None:
        return Unpublished(unknown=live.message)
    name = settings.name
    published = SiteState(name=name, ledger=live.ledger, read=live.read)
    changes = find_changes(published, SiteState.built(name, built.entries, folder))
    return Unpublished(pages=[change for change in changes if change.is_page])
