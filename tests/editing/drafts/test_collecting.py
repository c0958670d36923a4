"""Every doubt of an import becomes one card, which knows its place in both texts."""

from collections import Counter
from pathlib import Path

import pytest

from agenda.editing.drafts.cards import CardSource
from agenda.editing.drafts.collecting import collect
from agenda.editing.drafts.draft_file import UNLISTED, DraftFile, build_draft_file
from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.import_document import import_document
from agenda.model import Severity
from agenda.source.writing.review_comments import read_review_comments, remove_review_comments
from tests.importer.test_documents import NAMES, document


def problem_keys(file: DraftFile) -> set[tuple[str, str]]:
    """Return what tells the problems of a draft apart, as the command groups them."""
    return {
        (each.kind, "" if each.kind == UNLISTED else each.value or each.field)
        for each in file.problems
        if each.severity < Severity.NOTE
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_doubt_is_one_card_and_no_card_is_made_up(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "agendas"
    folder.mkdir()
    result = import_document(document(name, tmp_path))
    files = [build_draft_file(folder, draft) for draft in result.drafts]
    texts, cards = collect(result.diagnostics, files)

    assert list(texts) == [remove_review_comments(file.text)[0] for file in files]
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    doubts = Counter(
        (each.kind, each.message, each.place, each.source_text)
        for each in result.diagnostics
        if each.severity is not DiagnosticSeverity.INFERENCE
    )
    assert doubts == Counter(
        (card.kind, card.message, card.place, card.quoted)
        for card in cards
        if card.source is CardSource.DIAGNOSTIC
    )
    problems = [card for card in cards if card.source is CardSource.PROBLEM]
    for index, file in enumerate(files):
        own = [(card.kind, card.value) for card in problems if card.draft == index]
        assert Counter(own) == Counter(problem_keys(file))
    messages = {card.message for card in cards}
    for file in files:
        for comment in read_review_comments(file.text):
            if comment.message.startswith("văn bản không ghi ngày ký"):
                dates = [card for card in cards if card.key == "ngay_ban_hanh"]
                assert len(dates) == 1
                continue
            assert any(_says(comment.message, message) for message in messages), comment


def _says(comment: str, message: str) -> bool:
    """Return whether a comment is about what a card says; both quote and add in their way."""
    told = " ".join(message.split()).rpartition(" › ")[2].partition(": ")[2] or message
    return " ".join(message.split()) in comment or told in comment
