"""Cards are answered by edits of the draft; the file then equals that made by hand."""

from pathlib import Path

import pytest

from agenda.editing.drafts.cards import Card
from agenda.editing.drafts.draft_file import build_draft_file
from agenda.editing.drafts.importing import run_import
from agenda.editing.drafts.replacing import replacing_actions, replacing_everywhere
from agenda.editing.drafts.reviewing import DraftReview
from agenda.editing.drafts.session import ImportSession, SessionState, SessionStore
from agenda.editing.outcomes import EditRefused, EditSaved
from agenda.editing.workspace import Workspace
from agenda.importer.import_document import import_document
from agenda.source.writing.review_comments import remove_review_comments
from tests.editing.random_months import DIRECTORY
from tests.importer.documents.docx_builder import build_docx

HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
ROWS = [
    ["1", "<u>Sáng:</u> Hợp giao ban\n<u>Chiều:</u> Tiếp dân, gọi 0912345678", "VP", ""],
    ["2", "<u>Sáng:</u> Đi cơ sở", "Phòng Lạ", ""],
]


class ImportOffice:
    """A folder of agendas, and a document that is being imported into it."""

    def __init__(self, folder: Path) -> None:
        self.agendas = folder / "agendas"
        self.agendas.mkdir()
        (self.agendas / "danh-ba.yml").write_text(DIRECTORY, "utf-8", newline="\n")
        self.document = build_docx(
            [
                {"sides": ["UBND TỈNH\nSỞ KHCN\nSố: 9/CT", "Hà Tĩnh, ngày 31 tháng 5 năm 2021"]},
                {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
                {"table": [HEAD, *ROWS]},
            ],
            folder / "lich.docx",
        )
        self.store = SessionStore(folder / "nhap")
        self.workspace = Workspace(self.agendas, folder / "state")
        self.review = DraftReview(self.store, self.workspace)
        session = self.store.create("lich.docx", self.document.read_bytes())
        run_import(self.store, session, self.agendas)
        self.id = session.id

    @property
    def session(self) -> ImportSession:
        session = self.review.find(self.id)
        assert session is not None
        return session

    def card(self, kind: str) -> Card:
        return next(card for card in self.session.cards if card.kind == kind)


@pytest.fixture
def office(tmp_path: Path) -> ImportOffice:
    return ImportOffice(tmp_path)


def finish(office: ImportOffice, *, keep_document: bool = False) -> object:
    shown = office.review.shown(office.session)
    return office.review.finish(office.session, shown, keep_document=keep_document)


def test_the_file_equals_that_of_the_command_with_the_same_answers(office: ImportOffice) -> None:
    (draft,) = import_document(office.document).drafts
    by_hand = remove_review_comments(build_draft_file(office.agendas, draft).text)[0]
    by_hand = by_hand.replace("Hợp giao ban", "Họp giao ban")
    by_hand = by_hand.replace("0912345678", "[không công bố]")
    by_hand = by_hand.rstrip("\n") + (
        "\nhieu_dinh:\n  - ngay: 1\n    nguyen_van: Hợp giao ban\n    sua_thanh: Họp giao ban\n"
        "  - nguyen_van: VP\n    giu_nguyen: văn bản ghi như vậy\n"
        "  - nguyen_van: Phòng Lạ\n    giu_nguyen: văn bản ghi như vậy\n"
    )
    skipped = "".join(f"  - {days}\n" for days in ("3-4", "7-11", "14-18", "21-25", "28-30"))
    by_hand = by_hand.replace("\nlich:", f"\nkhong_neu:\n{skipped}\nlich:")

    values = {"ngay": "1", "nguyen_van": "Hợp giao ban", "sua_thanh": "Họp giao ban"}
    office.review.correct_misprint(office.session, office.card("misreading"), values)
    office.review.withhold(office.session, office.card("private-detail"), "0912345678")
    for card in office.session.open_cards:
        assert isinstance(office.review.keep(office.session, card), EditSaved)
    assert isinstance(finish(office), EditSaved)
    written = (office.agendas / "2021-06.yml").read_text("utf-8")
    assert written.replace("\n\n", "\n") == by_hand.replace("\n\n", "\n")
    assert office.session.state is SessionState.WRITTEN


def test_nothing_is_written_while_a_card_is_open(office: ImportOffice) -> None:
    assert isinstance(finish(office), EditRefused)
    assert not (office.agendas / "2021-06.yml").exists()


def test_private_words_that_may_be_public_are_listed(office: ImportOffice) -> None:
    office.review.keep(office.session, office.card("private-detail"))
    assert "cong_khai:" in office.session.drafts[0].text
    assert not office.card("private-detail").is_open


def test_a_card_closes_when_its_problem_is_gone_and_opens_when_it_is_back(
    office: ImportOffice,
) -> None:
    card = office.card("private-detail")
    office.review.withhold(office.session, card, "0912345678")
    text = office.session.drafts[0].text
    assert not office.card("private-detail").is_open
    office.store.save(office.session.with_text(0, text.replace("[không công bố]", "0912345678")))
    assert office.card("private-detail").is_open


def test_mending_words_of_an_item_does_not_move_it() -> None:
    text = (
        "thang: 2021-06\nvan_ban: {ngay_ban_hanh: 2021-06-01}\nlich:\n"
        "  - ngay: 4\n    sang: {ma: b2, noi_dung: Họp lần 4, gio: 8h}\n"
    )
    for actions in (
        replacing_actions(text, "cv-b2", "4", "5"),
        replacing_everywhere(text, "4", "5"),
    ):
        (action,) = actions
        assert "ngay: 4\n    sang: {ma: b2, noi_dung: Họp lần 5, gio: 8h}" in action.apply(text)


def test_words_that_are_not_there_cannot_be_withheld(office: ImportOffice) -> None:
    outcome = office.review.withhold(office.session, office.card("private-detail"), "không có")
    assert isinstance(outcome, EditRefused)
    assert office.card("private-detail").is_open


def test_an_import_can_be_undone(office: ImportOffice) -> None:
    for card in office.session.open_cards:
        office.review.keep(office.session, card)
    finish(office)
    office.workspace.undo()
    assert not (office.agendas / "2021-06.yml").exists()


def test_a_warning_that_is_kept_no_longer_stops_a_publication(office: ImportOffice) -> None:
    def unknown() -> Card:
        return next(card for card in office.session.cards if card.value == "Phòng Lạ")

    assert unknown().is_open
    office.review.keep(office.session, unknown())
    assert not unknown().is_open
    assert (
        "nguyen_van: Phòng Lạ\n    giu_nguyen: văn bản ghi như vậy" in office.session.drafts[0].text
    )


def test_days_that_the_document_skips_are_acknowledged_together(office: ImportOffice) -> None:
    office.review.keep(office.session, office.card("unlisted-day"))
    assert not office.card("unlisted-day").is_open
    assert "khong_neu:" in office.session.drafts[0].text


def finish_keeping(office: ImportOffice) -> object:
    for card in office.session.open_cards:
        office.review.keep(office.session, card)
    return finish(office, keep_document=True)


def test_the_document_is_kept_as_the_signed_file(office: ImportOffice) -> None:
    assert isinstance(finish_keeping(office), EditSaved)
    assert "tep: tep/2021-06.docx" in (office.agendas / "2021-06.yml").read_text("utf-8")
    kept = office.agendas / "tep" / "2021-06.docx"
    assert kept.read_bytes() == office.document.read_bytes()


def test_a_document_with_withheld_words_is_not_kept(office: ImportOffice) -> None:
    office.review.withhold(office.session, office.card("private-detail"), "0912345678")
    outcome = finish_keeping(office)
    assert isinstance(outcome, EditRefused)
    assert "còn chữ ở chỗ mà tháng này ghi" in outcome.problems[0].problem.message
    assert not (office.agendas / "tep").exists()
    assert not (office.agendas / "2021-06.yml").exists()


FIRST = """\
thang: 2021-06
khong_neu: [3-4, 7-30]
van_ban: {ngay_ban_hanh: 2021-05-31}
lich:
  - {ngay: 1, sang: [{ma: c7, noi_dung: Khai mạc hội thi tay nghề}]}
  - {ngay: 2, sang: [{ma: c8, noi_dung: Đi cơ sở}, {ma: c9, noi_dung: Tiếp khách}]}
"""


@pytest.fixture
def amended(tmp_path: Path) -> ImportOffice:
    """Import the document as an amendment of a month."""
    office = ImportOffice(tmp_path)
    (office.agendas / "2021-06.yml").write_text(FIRST, "utf-8", newline="\n")
    session = office.store.restart(office.session, 1, merging=False)
    run_import(office.store, session, office.agendas)
    return office


def test_an_amendment_is_compared_with_its_month(amended: ImportOffice) -> None:
    comparison = amended.review.compare(amended.session, 0)
    assert comparison is not None
    assert [item.code for item in comparison.changed] == ["c8"]
    assert [label for label, _, _ in comparison.changed[0].differences] == ["Cơ quan chuẩn bị"]
    assert len(comparison.added) == 2
    assert comparison.removed == (
        '"Khai mạc hội thi tay nghề" (sáng Thứ Ba, 01/6)',
        '"Tiếp khách" (sáng Thứ Tư, 02/6)',
    )


def test_the_pairing_of_items_can_be_corrected_and_taken_back(amended: ImportOffice) -> None:
    card = amended.card("misreading")
    code = card.target.removeprefix("cv-")
    place = amended.session.drafts[0].places[code]
    assert isinstance(amended.review.pair(amended.session, 0, code, "c7"), EditSaved)
    comparison = amended.review.compare(amended.session, 0)
    assert comparison is not None
    assert "c7" in [item.code for item in comparison.changed]
    assert amended.card("misreading").target == "cv-c7"
    assert amended.session.drafts[0].places["c7"] == place
    assert isinstance(amended.review.pair(amended.session, 0, "c7", ""), EditSaved)
    again = amended.review.compare(amended.session, 0)
    assert again is not None
    assert len(again.added) == 2


def test_a_damaged_session_is_left_out(office: ImportOffice) -> None:
    path = office.store.document(office.session).with_name("phien.json")
    path.write_text("{", "utf-8")
    assert office.store.sessions() == ()
    assert office.review.find(office.id) is None
