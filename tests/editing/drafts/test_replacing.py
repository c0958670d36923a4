"""A published month that an import replaces is recorded, and an import that is published stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from agenda.editing.drafts.reviewing import DraftReview
from agenda.editing.drafts.session import DraftText, ImportSession, SessionState, SessionStore
from agenda.editing.items import EditItem, read_items
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, Outcome, ReasonNeeded
from agenda.editing.recording import Reason
from tests.editing.test_recording import FILE, MAY, PublishedOffice
from tests.importer.documents.docx_builder import build_docx

DECLARED = (
    "hieu_dinh:\n  - {ngay: 4, nguyen_van: Lể chào cờ, sua_thanh: Lễ chào cờ}\n"
    'cap_nhat:\n  - {luc: 2021-05-03, cho: cv-b1, truoc: {gio: "07:00"}, vi: Theo thông báo}\n'
)
AGAIN = MAY.replace("Họp giao ban", "Họp giao ban tháng")
JUNE = "thang: 2021-06\nvan_ban: {ngay_ban_hanh: 2021-06-01}\nlich:\n  - ngay: 1-30\n"
AMENDED = """\
thang: 2021-05
pham_vi: 4
van_ban: {ngay_ban_hanh: 2021-05-02, nguoi_ky: Trần An}
lich:
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Lễ chào cờ, gio: 10:00}
      - {ma: b3, noi_dung: Họp giao ban}
"""


class ImportingOffice(PublishedOffice):
    """A published clone, into which documents are imported."""

    def __init__(self, root: Path, text: str = MAY) -> None:
        super().__init__(root, text)
        blocks = [{"p": "CHƯƠNG TRÌNH CÔNG TÁC"}]
        self.document = build_docx(blocks, root / "lich.docx").read_bytes()
        self.review = DraftReview(SessionStore(root / "nhap"), self.workspace)

    def draft(self, name: str, text: str) -> ImportSession:
        """Return the import of a document that was read as this text."""
        session = self.review.store.create("lich.docx", self.document)
        self.review.store.save(
            replace(
                session,
                state=SessionState.REVIEW,
                suffix=".docx",
                drafts=(DraftText(name=name, text=text, places={}),),
            )
        )
        found = self.review.find(session.id)
        assert found is not None
        for card in found.open_cards:
            self.review.keep(found, card)
        checked = self.review.find(session.id)
        assert checked is not None
        return checked

    def finish(self, session: ImportSession, reason: Reason | None = None) -> Outcome:
        shown = self.review.shown(session)
        return self.review.finish(session, shown, reason, keep_document=True)


@pytest.fixture(scope="module")
def declared(tmp_path_factory: pytest.TempPathFactory) -> ImportingOffice:
    return ImportingOffice(tmp_path_factory.mktemp("declared"), MAY + DECLARED)


def test_a_published_month_is_replaced_with_a_record(declared: ImportingOffice) -> None:
    session = declared.draft(FILE, AGAIN)
    kept = declared.months.folder / "tep" / "2021-05.docx"
    outcome = declared.finish(session)
    assert isinstance(outcome, ReasonNeeded), outcome
    assert [edit.target for edit in outcome.edits] == ["cv-b3"]
    assert declared.text == MAY + DECLARED
    assert not kept.exists()

    assert isinstance(declared.finish(session, Reason(words="Văn bản thay")), EditSaved)
    assert "cho: cv-b3, truoc: {noi_dung: Họp giao ban}, vi: Văn bản thay" in declared.text
    for line in ("sua_thanh: Lễ chào cờ", 'cho: cv-b1, truoc: {gio: "07:00"}'):
        assert line in declared.text
    assert kept.read_bytes() == declared.document
    assert not declared.months.compare()[1].violations

    assert isinstance(declared.workspace.undo(), EditSaved)
    assert declared.text == MAY + DECLARED
    assert not kept.parent.exists()


def test_a_month_that_changed_since_the_page_was_shown_is_a_conflict(
    declared: ImportingOffice,
) -> None:
    session = declared.draft(FILE, AGAIN)
    shown = declared.review.shown(session)
    declared.months.edit("Nghỉ", "Nghỉ bù")
    changed = declared.text
    outcome = declared.review.finish(session, shown, Reason())
    assert isinstance(outcome, EditConflict)
    assert declared.text == changed
    new = declared.draft("2021-06.yml", JUNE)
    shown = declared.review.shown(new)
    declared.months.write("2021-06.yml", "thang: 2021-06\n")
    assert isinstance(declared.review.finish(new, shown), EditConflict)
    (declared.months.folder / "2021-06.yml").unlink()
    declared.months.write(FILE, MAY + DECLARED)


def test_an_import_that_another_clone_published_is_not_undone(tmp_path: Path) -> None:
    office = ImportingOffice(tmp_path)
    assert isinstance(office.finish(office.draft("2021-06.yml", JUNE)), EditSaved)
    office.publish()
    refused = office.workspace.undo()
    assert isinstance(refused, EditRefused)
    assert refused.problems[0].problem.kind == "published-edit"
    assert (office.months.folder / "2021-06.yml").exists()


def test_a_document_that_was_amended_is_not_undone(tmp_path: Path) -> None:
    office = ImportingOffice(tmp_path)
    assert isinstance(office.finish(office.draft("2021-06.yml", JUNE)), EditSaved)
    amended = AMENDED.replace("2021-05", "2021-06").replace("ma: b", "ma: c")
    assert isinstance(office.finish(office.draft("2021-06.dc1.yml", amended)), EditSaved)
    first, second = office.workspace.journal.entries()
    refused = office.workspace.undo(first.number)
    assert isinstance(refused, EditRefused)
    assert refused.problems[0].problem.kind == "amended-document"
    for number in (second.number, first.number):
        assert isinstance(office.workspace.undo(number), EditSaved)
    assert not (office.months.folder / "2021-06.yml").exists()


def test_a_copy_that_changed_or_is_named_elsewhere_is_not_removed(tmp_path: Path) -> None:
    office = ImportingOffice(tmp_path)
    copy = office.months.folder / "tep" / "2021-06.docx"
    office.finish(office.draft("2021-06.yml", JUNE))
    copy.write_bytes(b"ban khac")
    office.workspace.undo()
    assert copy.read_bytes() == b"ban khac"
    copy.unlink()
    office.finish(office.draft("2021-06.yml", JUNE))
    july = JUNE.replace("-06", "-07").replace("07-01}", "07-01, tep: tep/2021-06.docx}")
    office.months.write("2021-07.yml", july)
    office.workspace.undo()
    assert copy.exists()


def test_what_a_later_document_replaced_stays_as_it_was_signed(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path)
    office.months.write("2021-05.dc1.yml", AMENDED)
    office.publish()
    office.workspace.forget_edits()
    before = office.text
    for reason in (None, Reason()):
        outcome = office.save(office.edit("b1", gio="09:00"), reason)
        assert isinstance(outcome, EditRefused), outcome
        assert outcome.problems[0].problem.kind == "superseded-document"
    assert office.text == before
    amended = office.workspace.read("2021-05.dc1.yml")
    values = read_items(amended)["b1"]
    edit = EditItem(code="b1", base=values, values={**values, "gio": "09:00"})
    assert isinstance(office.workspace.save("2021-05.dc1.yml", edit), ReasonNeeded)
    office.months.write("2021-05.dc1.yml", amended.replace("lich:", "lich"))
    outcome = office.save(office.edit("b1", gio="09:00"), Reason())
    assert isinstance(outcome, EditRefused), outcome  # nothing can be recorded
    assert outcome.problems[0].problem.kind == "unreadable-document"
    assert office.text == before


def test_an_emptied_document_that_was_amended_comes_back_as_it_was_signed(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path)
    office.months.write("2021-05.dc1.yml", AMENDED)
    office.publish()
    office.workspace.forget_edits()
    for emptied in ("", MAY.replace("lich:", "lich")):
        office.months.write(FILE, emptied)
        shown = {FILE: office.workspace.shown_digest(FILE)}
        other = {FILE: MAY.replace("gio: 08:00", "gio: 09:00")}
        refused = office.workspace.replace("Sửa", other, shown, Reason())
        assert isinstance(refused, EditRefused)
        assert refused.problems[0].problem.kind == "superseded-document"
        assert isinstance(office.workspace.replace("Sửa", {FILE: MAY}, shown), EditSaved)
    assert not office.months.compare()[1].violations


def test_a_file_that_is_not_utf_8_is_not_replaced(tmp_path: Path) -> None:
    office = ImportingOffice(tmp_path)
    session = office.draft("2021-06.yml", JUNE)
    content = "thang: 2021-06 # lịch".encode("utf-16")
    (office.months.folder / "2021-06.yml").write_bytes(content)
    assert office.review.exists(session) == ("2021-06.yml",)
    outcome = office.finish(session, Reason())
    assert isinstance(outcome, EditRefused)
    assert "UTF-8" in outcome.problems[0].problem.message
    assert (office.months.folder / "2021-06.yml").read_bytes() == content
    assert not (office.months.folder / "tep").exists()
