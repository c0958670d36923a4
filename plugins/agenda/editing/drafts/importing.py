"""Read the document of a session into drafts with their doubts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from agenda.editing.drafts.cards import NOWHERE
from agenda.editing.drafts.collecting import collect
from agenda.editing.drafts.document_view import view_document
from agenda.editing.drafts.draft_file import build_draft_file
from agenda.editing.drafts.item_places import find_items
from agenda.editing.drafts.session import DraftText, ImportSession, SessionState, SessionStore
from agenda.importer.datamodel.page_images import PageImages
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.import_document import import_document
from agenda.importer.loading.formats import detect_format
from agenda.importer.loading.page_images import read_page_images
from agenda.importer.output.merge import Unmergeable
from agenda.source.writing.files import replace_file

Progress: TypeAlias = Callable[[str], None]


def run_import(store: SessionStore, session: ImportSession, folder: Path) -> None:
    """Read the document of a session and store its drafts, or why it is refused."""

    def progress(message: str) -> None:
        store.save(replace(session, message=message))

    try:
        finished = _read(store, session, folder, progress)
    except (ImportRefused, Unmergeable) as refusal:
        finished = replace(session, state=SessionState.REFUSED, message=f"{refusal}.")
    except BaseException:
        message = "Có lỗi khi đọc văn bản; xem cửa sổ dòng lệnh, rồi thử lại."
        store.save(replace(session, state=SessionState.REFUSED, message=message))
        raise
    store.save(finished)


def _read(
    store: SessionStore, session: ImportSession, folder: Path, progress: Progress
) -> ImportSession:
    path = store.document(session)
    suffix = detect_format(path.read_bytes()).value
    result = import_document(path, None, progress)
    drafts = [
        replace(draft, number=draft.number if session.number is None else session.number)
        for draft in result.drafts
    ]
    progress("Đang lập bản nháp …")
    files = [build_draft_file(folder, draft, merging=session.merging) for draft in drafts]
    texts, cards = collect(result.diagnostics, files)
    places = [find_items(result.document, text) for text in texts]
    images = _draw(path, progress)
    for number, image in enumerate(images.pages, 1):
        replace_file(store.page(session, number), image.png)
    store.save_blocks(session, view_document(result.document))
    return replace(
        session,
        state=SessionState.REVIEW,
        message="",
        suffix=suffix,
        notes=result.document.notes,
        pages=len(images.pages),
        more_pages=images.more,
        drafts=tuple(
            DraftText(name=file.name, text=text, partial=draft.partial, places=found)
            for file, text, draft, found in zip(files, texts, drafts, places, strict=True)
        ),
        cards=tuple(
            replace(card, place=places[card.draft].get(_code(card.target), NOWHERE))
            if card.place == NOWHERE
            else card
            for card in cards
        ),
    )


def _draw(path: Path, progress: Progress) -> PageImages:
    """Return the pages; none if they cannot be drawn, because the words are there all the same."""
    try:
        return read_page_images(path.read_bytes(), progress)
    except ImportRefused:
        return PageImages(pages=())


def _code(target: str) -> str:
    return target.removeprefix("cv-")
