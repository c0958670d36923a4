"""Days, corrections and abbreviations change through small forms."""

from tests.editor.conftest import Office, words
from tests.editor.test_items import changed_lines, form_values, month_file, save

MONTH = "/thang/2021-05/"
CORRECTIONS = f"{MONTH}hieu-dinh/"


def test_a_day_is_taken_out_of_the_schedule_and_listed_again(office: Office) -> None:
    before = month_file(office)
    assert "Bỏ ngày khỏi lịch" in words(office.get(MONTH))
    response = office.post(f"{MONTH}ngay/lam/", {"ngay": "24", "bo": "1"})
    assert response.headers["Location"] == f"{MONTH}#ngay-24"
    assert "ngay: 24\n" not in month_file(office)
    assert {line[0] for line in changed_lines(before, month_file(office))} == {"-"}
    assert "văn bản không ghi ngày này Sửa chữ ghi Ghi ngày vào lịch" in words(office.get(MONTH))
    office.post(f"{MONTH}ngay/lam/", {"ngay": "24", "them": "1"})
    assert "  - ngay: 24\n" in month_file(office)
    assert "Bỏ ngày khỏi lịch, Thứ Hai, 24/5" in office.get(MONTH).text


def test_one_day_of_a_row_is_taken_out_and_the_others_keep_their_label(office: Office) -> None:
    office.post(f"{MONTH}ngay/lam/", {"ngay": "3", "bo": "1"})
    assert "- ngay: 1-2\n    nghi: Nghỉ lễ 30/4, 01/5" in month_file(office)
    assert "- ngay: 3\n" not in month_file(office)


def test_a_day_with_items_stays(office: Office) -> None:
    before = month_file(office)
    office.post(f"{MONTH}ngay/lam/", {"ngay": "4", "bo": "1"})
    assert "Chưa ghi gì" in words(office.get(MONTH))
    assert month_file(office) == before


def test_a_correction_is_added_changed_and_removed(office: Office) -> None:
    before = month_file(office)
    values = form_values(office.get(f"{CORRECTIONS}moi/"))
    assert values["tep"] == ["2021-05.yml"]
    new = {"ngay": "4", "nguyen_van": "Lể chào", "sua_thanh": "Lễ chào"}
    assert office.post(CORRECTIONS, {**values, **new}).status_code == 303
    page = office.get(MONTH)
    assert "Ngày 4: “Lể chào” → “Lễ chào”" in words(page)
    number = before.count("nguyen_van:") + 1
    url = f"{CORRECTIONS}2021-05.yml/{number}/"
    assert f'href="{url}"' in page.text
    form = form_values(office.get(url))
    office.post(CORRECTIONS, {**form, "nguyen_van": "Lể chào cờ"})
    assert "nguyen_van: Lể chào cờ\n" in month_file(office)
    assert office.post(CORRECTIONS, form).status_code == 409
    office.post(CORRECTIONS, {**form_values(office.get(url)), "bo": "true"})
    assert month_file(office) == before
    assert office.get(f"{CORRECTIONS}2021-06.yml/1/").status_code == 404
    assert office.get(f"{CORRECTIONS}danh-ba.yml/1/").status_code == 404


def test_an_abbreviation_is_added_changed_and_removed(office: Office) -> None:
    directory = office.project.read("agendas/danh-ba.yml")
    office.post("/danh-ba/viet-tat/", {"chu": "ĐMST/KN", "day_du": "Đổi mới sáng tạo"})
    page = office.get("/danh-ba/")
    assert "ĐMST/KN Đổi mới sáng tạo" in words(page)
    url = "/danh-ba/viet-tat/sua/%C4%90MST/KN/"
    assert url in page.text
    form = form_values(office.get(url))
    office.post("/danh-ba/viet-tat/", {**form, "day_du": "Đổi mới, sáng tạo"})
    assert "ĐMST/KN: Đổi mới, sáng tạo" in office.project.read("agendas/danh-ba.yml")
    assert office.post("/danh-ba/viet-tat/", form).status_code == 409
    assert office.post("/danh-ba/viet-tat/", {"chu": "A:b", "day_du": "x"}).status_code == 422
    office.post("/danh-ba/viet-tat/", {**form_values(office.get(url)), "bo": "true"})
    assert office.project.read("agendas/danh-ba.yml") == directory


def test_a_form_that_is_not_changed_writes_nothing(office: Office) -> None:
    before = month_file(office)
    page = office.get(MONTH)
    if f"{CORRECTIONS}2021-05.yml/1/" in page.text:
        values = form_values(office.get(f"{CORRECTIONS}2021-05.yml/1/"))
        assert office.post(CORRECTIONS, values).status_code == 303
    assert month_file(office) == before
    assert save(office, f"{MONTH}phan-dau/").status_code == 303
    assert month_file(office) == before
