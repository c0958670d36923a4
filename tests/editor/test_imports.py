"""A document is uploaded, its doubts are answered beside it, and its month is written."""

import html
import io
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from agenda.editing.drafts.session import ImportSession, SessionState
from agenda.editing.items import read_item
from agenda.editor.services import Services
from agenda.source.folder import load_agenda
from tests.editor.conftest import HOME, Office, words
from tests.editor.test_items import form_values, undo_values
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.official import write_official
from tests.importer.documents.printed import as_printed
from tests.project import MAY_2021

HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
ROWS = [
    [
        "1",
        "<u>Sáng:</u> Hợp giao ban\n<u>Chiều:</u> Tiếp công dân, điện thoại 0912345678",
        "VP",
        "",
    ],
    ["2", "<u>Sáng:</u> Đi cơ sở", "Phòng Lạ", "Đ/c Văn GĐ"],
]


@pytest.fixture(scope="session")
def may(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the real month of May 2021 as the Word document that was signed."""
    path = tmp_path_factory.mktemp("van-ban") / "lich.docx"
    (month,) = load_agenda(MAY_2021).agenda.months
    write_official(as_printed(month.newest), path)
    return path


@pytest.fixture
def june(tmp_path: Path) -> Path:
    """Write a small agenda of June 2021 with doubts of every kind."""
    blocks: list[dict[str, Any]] = [
        {"sides": ["UBND TỈNH\nSỞ KHCN\nSố: 9/CTr-SKHCN", "Hà Tĩnh, ngày 31 tháng 5 năm 2021"]},
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
        {"table": [HEAD, *ROWS]},
        {"sides": ["Nơi nhận:\n- Lưu VT.", "GIÁM ĐỐC\n\nĐỗ Khoa Văn"]},
    ]
    return build_docx(blocks, tmp_path / "thang 6.docx")


def upload(office: Office, content: bytes, name: str) -> TestResponse:
    """Send a file as the form does; the test client would leave a temporary file open."""
    values = {"phieu": office.form_token, "tep": FileStorage(io.BytesIO(content), name)}
    boundary, body = encode_multipart(values)
    return office.client.post(
        "/nhap/",
        base_url=HOME,
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
        headers={"Origin": HOME, "Sec-Fetch-Site": "same-origin"},
        buffered=True,
    )


def imported(office: Office, path: Path, name: str | None = None) -> ImportSession:
    """Upload a document and wait until it is read."""
    response = upload(office, path.read_bytes(), name or path.name)
    assert response.status_code == 303
    session_id = response.location.split("/")[-2]
    for _ in range(600):
        found = office.services.review.find(session_id)
        assert found is not None
        if found.state is not SessionState.READING and not office.services.import_jobs.is_running(
            found
        ):
            return found
        time.sleep(0.1)
    raise AssertionError("not read in a minute")


def now(office: Office, session: ImportSession) -> ImportSession:
    found = office.services.review.find(session.id)
    assert found is not None
    return found


def url(session: ImportSession, path: str = "") -> str:
    return f"/nhap/{session.id}/{path}"


def finish(office: Office, session: ImportSession, **answers: str) -> TestResponse:
    """Send the form that writes the drafts, as its page shows it."""
    page = office.get(url(session)).text
    shown = re.findall(r'name="(hien-co/[^"]+)" value="([^"]*)"', page)
    return office.post(url(session, "xong/"), {**dict(shown), **answers})


def test_the_document_stands_beside_its_draft_with_every_doubt(office: Office, june: Path) -> None:
    session = imported(office, june)
    page = office.get(url(session))
    assert page.status_code == 200
    assert 'id="bang-2-hang-2"' in page.text
    assert f"Còn {len(session.open_cards)} trong {len(session.cards)} chỗ" in words(page)
    for card in session.cards:
        assert page.text.count(f'id="the-{card.number}"') == 1
    for target in re.findall(r'href="#([^"]+)"', page.text):
        assert f'id="{target}"' in page.text, target


def test_every_doubt_is_exactly_one_card(office: Office, june: Path) -> None:
    session = imported(office, june)
    kinds = sorted((card.kind, card.value) for card in session.cards)
    assert len(kinds) == len(set(kinds))
    assert ("private-detail", "0912345678") in kinds
    assert ("unknown-name", "Phòng Lạ") in kinds
    assert any(kind == "misreading" for kind, _ in kinds)


def test_a_month_is_written_when_every_doubt_is_answered(office: Office, june: Path) -> None:
    session = imported(office, june)
    assert office.post(url(session, "xong/")).status_code == 303
    assert not (office.project.folder / "agendas" / "2021-06.yml").exists()
    for card in session.open_cards:
        office.post(url(session, f"the/{card.number}/"))
    assert now(office, session).open_cards == ()
    done = finish(office, session)
    assert done.location == "/thang/2021-06/"
    assert now(office, session).state is SessionState.WRITTEN
    text = office.project.read("agendas/2021-06.yml")
    assert "# kiểm tra" not in text
    assert "cong_khai:" in text
    assert "0912345678" in text


def test_after_an_undo_the_draft_is_opened_again(office: Office, june: Path) -> None:
    session = imported(office, june)
    for card in session.open_cards:
        office.post(url(session, f"the/{card.number}/"))
    finish(office, session)
    office.post("/hoan-tac/", undo_values(office.get("/thang/2021-06/")))
    assert not (office.project.folder / "agendas" / "2021-06.yml").exists()
    page = office.get(url(session))
    assert "2021-06.yml (nay không còn)" in words(page)
    assert "Mở lại bản nháp" in words(page)
    office.post(url(session, "mo-lai/"))
    assert now(office, session).open_cards == ()
    assert finish(office, session).location == "/thang/2021-06/"
    assert "0912345678" in office.project.read("agendas/2021-06.yml")


def test_fixing_an_item_answers_its_doubt(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = next(card for card in session.cards if card.kind == "misreading")
    code = card.target.removeprefix("cv-")
    form = url(session, f"0/viec/{code}/?the={card.number}")
    values = form_values(office.get(form))
    response = office.post(form, {**values, "noi_dung": "Họp giao ban"})
    assert response.status_code == 303
    assert response.location != url(session)
    edited = now(office, session)
    item = read_item(edited.drafts[0].text, code)
    assert item is not None
    assert item["noi_dung"] == "Họp giao ban"
    assert card.number not in {each.number for each in edited.open_cards}


def test_private_words_are_withheld(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = next(card for card in session.cards if card.kind == "private-detail")
    form = url(session, f"the/{card.number}/che/")
    assert office.post(form, form_values(office.get(form))).status_code == 303
    edited = now(office, session)
    assert "0912345678" not in edited.drafts[0].text
    assert "điện thoại [không công bố]" in edited.drafts[0].text
    assert card.number not in {each.number for each in edited.open_cards}


def test_a_misprint_is_corrected_and_declared(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = next(card for card in session.cards if card.kind == "misreading")
    form = url(session, f"the/{card.number}/in-sai/")
    values = {"ngay": "1", "nguyen_van": "Hợp giao ban", "sua_thanh": "Họp giao ban"}
    assert office.post(form, values).status_code == 303
    text = now(office, session).drafts[0].text
    assert "noi_dung: Họp giao ban" in text
    assert "hieu_dinh:\n  - ngay: 1\n    nguyen_van: Hợp giao ban\n    sua_thanh: Họp" in text


def test_a_name_is_added_to_the_directory(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = next(card for card in session.cards if card.value == "Phòng Lạ")
    form = url(session, f"the/{card.number}/danh-ba/co_quan/")
    values = form_values(office.get(form))
    assert values["ten"] == ["Phòng Lạ"]
    assert office.post(form, values).status_code == 303
    assert "ten: Phòng Lạ" in office.project.read("agendas/danh-ba.yml")
    assert card.number not in {each.number for each in now(office, session).open_cards}


def test_leaving_and_returning_loses_nothing(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = session.open_cards[0]
    office.post(url(session, f"the/{card.number}/"))
    left = now(office, session)
    again = Services.of(office.services.settings)
    assert again.review.find(session.id) == left
    assert again.review.store.document(left).read_bytes() == june.read_bytes()
    assert "thang 6.docx" in words(office.get("/nhap/"))


def test_an_answer_can_be_taken_back(office: Office, june: Path) -> None:
    session = imported(office, june)
    card = next(card for card in session.cards if card.kind == "misreading")
    office.post(url(session, f"the/{card.number}/"))
    office.post(url(session, f"the/{card.number}/"), {"mo": "1"})
    assert now(office, session).open_cards == session.open_cards


def test_an_existing_file_is_replaced_only_when_asked(office: Office, may: Path) -> None:
    before = office.project.read("agendas/2021-05.yml")
    session = imported(office, may)
    for card in session.open_cards:
        office.post(url(session, f"the/{card.number}/"))
    finish(office, session)
    assert office.project.read("agendas/2021-05.yml") == before
    page = office.get(url(session)).text
    office.project.replace("agendas/2021-05.yml", "noi_dung: Lễ chào cờ", "noi_dung: Chào cờ")
    shown = dict(re.findall(r'name="(hien-co/[^"]+)" value="([^"]*)"', page))
    office.post(url(session, "xong/"), {**shown, "thay": "1"})
    assert "vừa được sửa hoặc lập ở nơi khác" in words(office.get(url(session)))
    assert "noi_dung: Chào cờ" in office.project.read("agendas/2021-05.yml")
    finish(office, session, thay="1")
    assert office.project.read("agendas/2021-05.yml") == now(office, session).drafts[0].text


def test_a_document_can_be_read_again_as_an_amendment(office: Office, may: Path) -> None:
    session = imported(office, may)
    office.post(url(session, "doc-lai/"), {"lan": "1"})
    for _ in range(600):
        if not office.services.import_jobs.is_running(session):
            break
        time.sleep(0.1)
    assert [draft.name for draft in now(office, session).drafts] == ["2021-05.dc1.yml"]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "lich.docx", "hình ảnh"),
        (b"khong phai van ban", "lich.PDF", "không nhận ra loại tệp"),
        (b"%PDF-1.4\n%%EOF", "lich.pdf", "hỏng"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    office: Office, tmp_path: Path, content: bytes, name: str, reason: str
) -> None:
    path = tmp_path / "tep"
    path.write_bytes(content)
    session = imported(office, path, name)
    assert session.state is SessionState.REFUSED
    page = words(office.get(url(session)))
    assert "Không đọc được" in page
    assert reason in page
    office.post(url(session, "bo/"))
    assert office.services.review.store.sessions() == ()


def test_a_zip_bomb_is_refused(office: Office, tmp_path: Path, june: Path) -> None:
    bomb = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(june) as source,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, b" " * 700_000_000 if name == "word/document.xml" else content)
    session = imported(office, bomb)
    assert session.state is SessionState.REFUSED


def test_a_name_with_folders_is_only_shown(office: Office, june: Path) -> None:
    session = imported(office, june, "..\\..\\../../etc/\x00Lịch 6.docx")
    assert session.file_name == "Lịch 6.docx"
    folder = office.services.review.store.document(session).parent
    assert {path.name for path in folder.iterdir()} == {"phien.json", "van-ban", "van-ban.json"}


def test_an_upload_over_the_limit_is_refused(office: Office) -> None:
    response = upload(office, b"0" * 22_000_000, "lich.pdf")
    assert response.status_code == 413
    assert office.services.review.store.sessions() == ()


def test_an_upload_needs_a_file(office: Office) -> None:
    assert upload(office, b"", "lich.pdf").location == "/nhap/"
    assert office.post("/nhap/").location == "/nhap/"


@pytest.mark.parametrize("path", ["x", "..", "0000000000000000", "%2e%2e"])
def test_an_unknown_import_is_not_found(office: Office, path: str) -> None:
    assert office.get(f"/nhap/{path}/").status_code == 404


def test_words_of_a_document_are_escaped(office: Office, tmp_path: Path) -> None:
    blocks: list[dict[str, Any]] = [
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
        {"table": [HEAD, ["1", "Họp <script>alert(1)</script>", "VP", ""]]},
    ]
    session = imported(office, build_docx(blocks, tmp_path / "a.docx"))
    page = office.get(url(session)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_draft_is_arranged(office: Office, may: Path) -> None:
    session = imported(office, may)
    page = office.get(url(session))
    code, below = re.findall(r'id="cv-(\w+)"', page.text)[:2]
    office.post(url(session, f"0/ngay/{code}/"), {"sau": below})
    text = now(office, session).drafts[0].text
    assert text.index(f"ma: {below}") < text.index(f"ma: {code}")

    form = url(session, f"0/viec/{code}/")
    values = {**form_values(office.get(form)), "ngay": "24", "buoi": "toi"}
    assert office.post(form, values).status_code == 303
    moved = read_item(now(office, session).drafts[0].text, code)
    assert moved is not None
    assert (moved["ngay"], moved["buoi"]) == ("24", "toi")

    label = url(session, "0/ngay/?ngay=1-3")
    assert html.unescape(label) in html.unescape(page.text)
    days = form_values(office.get(label))
    assert days["nghi"] == ["Nghỉ lễ 30/4, 01/5"]
    office.post(url(session, "0/ngay/"), {**days, "nghi": "Nghỉ lễ"})
    assert "nghi: Nghỉ lễ\n" in now(office, session).drafts[0].text
    again = office.post(url(session, "0/ngay/"), {**days, "nghi": "Nghỉ"})
    assert again.status_code == 422
    for wrong in ("0/ngay/?ngay=x", "1/ngay/?ngay=4"):
        assert office.get(url(session, wrong)).status_code == 404


def test_a_name_that_is_misprinted_in_several_items_is_mended_in_all(
    office: Office, tmp_path: Path
) -> None:
    rows = [
        [str(day), f"<u>Sáng:</u> Họp lần {day}, Phòng Lạ mời", "Phòng Lạ", ""] for day in (1, 2, 3)
    ]
    blocks: list[dict[str, Any]] = [
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
        {"table": [HEAD, *rows, ["4", "<u>Sáng:</u> Đi xã", "Phòng Lạc", ""]]},
    ]
    session = imported(office, build_docx(blocks, tmp_path / "a.docx"))
    card = next(card for card in session.open_cards if card.value == "Phòng Lạ")
    form = url(session, f"the/{card.number}/in-sai/")
    page = office.get(form)
    assert "Sửa cả 3 việc có chữ này" in words(page)
    values = {**form_values(page), "sua_thanh": "Phòng TT-TK"}
    assert values["moi-viec"] == ["true"]
    assert office.post(form, values).status_code == 303
    after = now(office, session)
    text = after.drafts[0].text
    assert text.count("chuan_bi: Phòng TT-TK") == 3
    assert "chuan_bi: Phòng Lạc" in text
    assert "  - nguyen_van: Phòng Lạ\n    sua_thanh: Phòng TT-TK" in text
    assert card.number not in {each.number for each in after.open_cards}
