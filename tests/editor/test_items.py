"""Items are added, edited, moved and removed through forms, each in the text of its own file."""

import difflib
import json
import re

import pytest
from werkzeug.test import TestResponse

from agenda.editing.items import read_item
from tests.editor.conftest import Office, words

MONTH = "/thang/2021-05/"
ITEM = f"{MONTH}viec/dm8r/"
STATUS = f"{ITEM}tinh-trang/"
CANCEL, MOVE = f"{STATUS}?la=huy", f"{STATUS}?la=doi"


def form_values(response: TestResponse) -> dict[str, list[str]]:
    """Return the values that a browser would send for the form of a page."""
    page = response.get_data(as_text=True)
    form = page[page.index("data-form") : page.index("</form>", page.index("data-form"))]
    values: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        if 'type="checkbox"' in tag and " checked" not in tag:
            continue
        for name, value in re.findall(r' name="([^"]+)"[^>]*? value="([^"]*)"', tag):
            values.setdefault(name, []).append(_unescape(value))
    for name, value in re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)<', form):
        values.setdefault(name, []).append(_unescape(value))
    for name, options in re.findall(
        r'<select[^>]*? name="([^"]+)"[^>]*>(.*?)</select>', form, re.S
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        values[name] = [chosen[1] if chosen else ""]
    return values


def _unescape(text: str) -> str:
    for entity, character in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def month_file(office: Office) -> str:
    return office.project.read("agendas/2021-05.yml")


def save(office: Office, url: str, **changes: str | list[str]) -> TestResponse:
    """Open a form, change some of its values and send it."""
    values = form_values(office.get(url))
    return office.post(url, {**values, **changes})


def test_a_month_shows_every_item_with_its_links(office: Office) -> None:
    page = office.get(MONTH)
    assert page.status_code == 200
    assert "Họp soát xét, hoàn thiện nội dung Bản thảo" in words(page)
    assert len(set(re.findall(r'id="cv-(\w+)"', page.get_data(as_text=True)))) == 36


def test_a_month_that_is_not_there_is_not_found(office: Office) -> None:
    for path in (
        "/thang/2021-06/",
        "/thang/x/",
        f"{MONTH}viec/khong-co/",
        "/thang/2021-05/ngay/?ngay=x",
    ):
        assert office.get(path).status_code == 404


def test_saving_a_form_unchanged_changes_no_byte(office: Office) -> None:
    before = month_file(office)
    assert save(office, ITEM).status_code == 303
    assert month_file(office) == before


def test_an_edit_changes_only_its_own_line(office: Office) -> None:
    before = month_file(office)
    response = save(office, ITEM, gio="14 giờ 30")
    assert (response.status_code, response.headers["Location"]) == (303, f"{MONTH}#cv-dm8r")
    assert changed_lines(before, month_file(office)) == ["+         gio: 14 giờ 30"]


def test_every_field_of_the_schema_has_an_input(office: Office) -> None:
    sent = form_values(office.get(ITEM)).keys() | form_values(office.get(MOVE)).keys()
    item = read_item(month_file(office), "dm8r")
    assert item is not None
    assert item.keys() - sent == set()


def test_a_wrong_value_is_explained_at_its_field_and_nothing_is_written(office: Office) -> None:
    before = month_file(office)
    response = save(office, ITEM, gio="8h3x")
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert 'id="cv-dm8r-gio-loi"' in page
    assert 'value="8h3x"' in page
    assert '"8h3x" không phải là giờ' in words(response).replace("&#34;", '"')
    assert month_file(office) == before


def test_words_are_escaped_everywhere(office: Office) -> None:
    evil = '<script>alert("1")</script>'
    assert save(office, ITEM, noi_dung=evil).status_code == 303
    for path in (MONTH, ITEM, CANCEL, "/"):
        assert "<script>alert" not in office.get(path).get_data(as_text=True)


def send(office: Office, url: str, **changes: str | list[str]) -> TestResponse:
    """Fill the form of a status and send it where it says."""
    return office.post(STATUS, {**form_values(office.get(url)), **changes})


def test_an_item_is_cancelled_and_restored(office: Office) -> None:
    before = month_file(office)
    send(office, CANCEL, ly_do="Trùng lịch")
    assert changed_lines(before, month_file(office)) == [
        "+         trang_thai: huy",
        "+         ly_do: Trùng lịch",
    ]
    assert "Trùng lịch" in words(office.get(MONTH))
    assert form_values(office.get(CANCEL))["ly_do"] == ["Trùng lịch"]
    assert form_values(office.get(f"{STATUS}?la=hoan"))["ly_do"] == [""]
    assert office.post(f"{ITEM}lam/", {"nhu-dinh": "1"}).status_code == 303
    assert month_file(office) == before


def test_an_item_is_rescheduled_with_the_words_that_people_write(office: Office) -> None:
    send(office, MOVE, doi_sang="20/5/2021 chiều")
    item = read_item(month_file(office), "dm8r")
    assert item is not None
    assert (item["trang_thai"], item["doi_sang"]) == ("doi", "20/5/2021 chiều")
    send(office, CANCEL)
    item = read_item(month_file(office), "dm8r")
    assert item is not None
    assert (item["trang_thai"], item["doi_sang"]) == ("huy", None)


def test_rescheduling_asks_for_the_new_day(office: Office) -> None:
    response = send(office, MOVE)
    assert response.status_code == 422
    assert "doi_sang" in words(response)
    assert form_values(response)["trang_thai"] == ["doi"]


@pytest.mark.parametrize("status", ["", "huỷ", "x"])
def test_only_a_known_status_has_a_form(office: Office, status: str) -> None:
    assert office.get(f"{STATUS}?la={status}").status_code == 404


def test_an_item_is_added_to_its_day(office: Office) -> None:
    values = form_values(office.get(f"{MONTH}viec/moi/?ngay=24"))
    assert values["ngay"] == ["24"]
    response = office.post(
        f"{MONTH}viec/moi/", {**values, "buoi": "chieu", "noi_dung": "Họp giao ban"}
    )
    assert response.status_code == 303
    code = response.headers["Location"].partition("#cv-")[2]
    item = read_item(month_file(office), code)
    assert item is not None
    assert (item["ngay"], item["buoi"], item["noi_dung"]) == ("24", "chieu", "Họp giao ban")


def test_after_an_item_comes_the_form_of_the_next_one_if_asked(office: Office) -> None:
    values = {"ngay": "24", "buoi": "chieu", "noi_dung": "Họp", "tiep": "1"}
    response = office.post(f"{MONTH}viec/moi/", values)
    assert response.headers["Location"] == f"{MONTH}viec/moi/?ngay=24&buoi=chieu"
    assert form_values(office.get(response.headers["Location"]))["buoi"] == ["chieu"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ngay": "24", "buoi": "sang", "noi_dung": ""}, "noi_dung"),
        ({"ngay": "32", "buoi": "sang", "noi_dung": "Họp"}, "ngay"),
        ({"ngay": "", "buoi": "sang", "noi_dung": "Họp"}, "ngay"),
        ({"ngay": "24", "buoi": "sang", "noi_dung": "Họp", "gio": "x"}, "gio"),
    ],
)
def test_an_incomplete_item_is_not_added(
    office: Office, values: dict[str, str], field: str
) -> None:
    before = month_file(office)
    response = office.post(f"{MONTH}viec/moi/", values)
    assert response.status_code == 422
    assert f'id="moi-{field}-loi"' in response.get_data(as_text=True)
    assert month_file(office) == before


def test_items_move_within_their_half_day_are_copied_and_removed(office: Office) -> None:
    before = month_file(office)
    codes = re.findall(r'id="cv-(\w+)" ', office.get(MONTH).get_data(as_text=True))
    below = codes[codes.index("dm8r") + 1]
    office.post(f"{ITEM}lam/", {"sau": below})
    moved = re.findall(r'id="cv-(\w+)" ', office.get(MONTH).get_data(as_text=True))
    assert moved.index(below) == codes.index("dm8r")
    office.post(f"{MONTH}viec/{below}/lam/", {"sau": "dm8r"})
    assert month_file(office) == before
    copied = office.post(f"{ITEM}lam/", {"nhan-doi": "1"}).headers["Location"]
    code = copied.partition("#cv-")[2]
    assert code not in codes
    office.post(f"{MONTH}viec/{code}/lam/", {"xoa": "1"})
    assert month_file(office) == before


def test_a_save_merges_with_an_edit_of_another_item(office: Office) -> None:
    values = form_values(office.get(ITEM))
    office.project.replace("agendas/2021-05.yml", "noi_dung: Lễ chào cờ", "noi_dung: Chào cờ")
    assert office.post(ITEM, {**values, "gio": "15:00"}).status_code == 303
    assert "noi_dung: Chào cờ" in month_file(office)
    item = read_item(month_file(office), "dm8r")
    assert item is not None
    assert item["gio"] == "15:00"


def test_an_edit_of_the_same_item_elsewhere_shows_both_versions(office: Office) -> None:
    values = form_values(office.get(ITEM))
    save(office, ITEM, dia_diem="Phòng họp số 1")
    before = month_file(office)
    response = office.post(ITEM, {**values, "gio": "15:00"})
    assert response.status_code == 409
    assert {"Phòng họp số 1", "15:00"} <= set(re.findall(r"<td>([^<]*)</td>", response.text))
    assert month_file(office) == before
    office.post(ITEM, form_values(response))
    item = read_item(month_file(office), "dm8r")
    assert item is not None
    assert (item["gio"], item["dia_diem"]) == ("15:00", "Phòng họp số 1")


def test_a_form_with_values_of_its_own_making_is_refused(office: Office) -> None:
    for base in ("", "x", "[]", "[" * 100_000, json.dumps({"gio": 1})):
        assert office.post(ITEM, {"goc": base, "noi_dung": "x"}).status_code == 400


def test_a_saved_edit_is_undone(office: Office) -> None:
    before = month_file(office)
    save(office, ITEM, gio="15:00")
    page = office.get(MONTH)
    assert "Hoàn tác: Sửa việc" in words(page)
    response = office.post("/hoan-tac/", undo_values(page))
    assert response.headers["Location"] == MONTH
    assert month_file(office) == before
    assert "Đã hoàn tác" in words(office.get(MONTH))
    office.post("/hoan-tac/", undo_values(page))
    assert "không hoàn tác nữa" in words(office.get("/"))


def test_undoing_takes_back_what_the_window_shows(office: Office) -> None:
    save(office, ITEM, gio="15:00")
    first = office.get(MONTH)
    save(office, f"{MONTH}viec/gdmm/", gio="07:00")
    office.post("/hoan-tac/", undo_values(first))
    assert "gio: 07:00" in month_file(office)
    assert "gio: 15:00" not in month_file(office)
    save(office, ITEM, gio="16:00")
    office.post("/hoan-tac/", undo_values(first))
    assert "gio: 16:00" in month_file(office)
    office.post("/hoan-tac/")
    assert "gio: 16:00" in month_file(office)


def undo_values(page: TestResponse) -> dict[str, str]:
    """Return what the button of a page sends that undoes an edit."""
    return {"luc": re.findall(r'name="luc" value="([^"]+)"', page.text)[0]}


def test_a_file_that_is_held_open_is_named_and_nothing_is_lost(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, *_: object) -> None:
        raise PermissionError(13, "held", str(path))

    monkeypatch.setattr("agenda.editing.workspace.replace_file", refuse)
    response = save(office, ITEM, gio="15:00")
    assert response.status_code == 500
    assert "2021-05.yml: không có quyền, hoặc tệp đang mở" in words(response)


def test_a_character_that_nobody_sees_is_refused_at_its_field(office: Office) -> None:
    before = month_file(office)
    for field, text in (("noi_dung", "Họp \u202egiao ban"), ("lanh_dao", "Đ/c \u200bVăn GĐ")):
        response = save(office, ITEM, **{field: text})
        assert response.status_code == 422
        assert f'id="cv-dm8r-{field}-loi"' in response.text
    assert month_file(office) == before


def test_a_name_is_added_to_the_directory_from_the_form_and_nothing_typed_is_lost(
    office: Office,
) -> None:
    before = month_file(office)
    values = {**form_values(office.get(ITEM)), "gio": "15:00", "lanh_dao": "Đ/c Lê Lạ PGĐ"}
    name = {
        "them-ten": "1",
        "them-ten/loai": "lanh_dao",
        "them-ten/ten": "Lê Lạ",
        "them-ten/chuc_vu": "Phó Giám đốc",
        "them-ten/viet_tat": "PGĐ",
    }
    for url in (ITEM, f"{MONTH}viec/moi/"):
        response = office.post(url, {**values, **name, "ngay": "24", "buoi": "chieu"})
        assert response.status_code == 200
        sent = form_values(response)
        assert (sent["gio"], sent["lanh_dao"][0]) == (["15:00"], "Đ/c Lê Lạ PGĐ")
        assert "data-unsaved" in response.text
        assert "Đ/c Lạ PGĐ" in response.text  # suggested from now on
        name["them-ten/ten"] = "Lê Lạc"
    assert "ten: Lê Lạ\n    chuc_vu:" in office.project.read("agendas/danh-ba.yml")
    assert month_file(office) == before
    refused = office.post(ITEM, {**values, "them-ten": "1", "them-ten/ten": ""})
    assert "Chưa có tên" in words(refused)
    assert month_file(office) == before
