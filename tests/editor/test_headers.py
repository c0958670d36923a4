"""The document of a month, the labels of days and new months."""

from agenda.source.folder import load_agenda
from tests.editor.conftest import Office, words
from tests.editor.test_items import changed_lines, form_values, month_file, save

HEADER = "/thang/2021-05/phan-dau/"


def test_the_document_is_edited_line_by_line(office: Office) -> None:
    before = month_file(office)
    assert save(office, HEADER, luu_y="Có thể thay đổi").status_code == 303
    assert [line[0] for line in changed_lines(before, month_file(office))] == ["-", "+"]
    assert "luu_y: Có thể thay đổi" in month_file(office)


def test_a_document_that_is_not_changed_keeps_every_byte(office: Office) -> None:
    before = month_file(office)
    assert save(office, HEADER).status_code == 303
    assert month_file(office) == before


def test_a_wrong_date_is_explained_at_its_field(office: Office) -> None:
    response = save(office, HEADER, ngay_ban_hanh="hôm qua")
    assert response.status_code == 422
    assert 'id="phan-dau-ngay_ban_hanh-loi"' in response.text


def test_the_label_of_a_day_is_written(office: Office) -> None:
    url = "/thang/2021-05/ngay/?ngay=24"
    response = office.post(
        "/thang/2021-05/ngay/", {**form_values(office.get(url)), "nghi": "Nghỉ bù"}
    )
    assert response.headers["Location"] == "/thang/2021-05/#ngay-24"
    assert "Nghỉ bù" in words(office.get("/thang/2021-05/"))


def test_a_label_that_changed_elsewhere_is_not_overwritten_unseen(office: Office) -> None:
    values = form_values(office.get("/thang/2021-05/ngay/?ngay=1-3"))
    office.project.replace("agendas/2021-05.yml", "nghi: Nghỉ lễ", "nghi: Lễ")
    response = office.post("/thang/2021-05/ngay/", {**values, "nghi": "Nghỉ"})
    assert response.status_code == 409
    assert "Lễ 30/4, 01/5" in words(response)
    office.post("/thang/2021-05/ngay/", form_values(response))
    assert "nghi: Nghỉ\n" in month_file(office)


def test_a_month_is_started_with_all_its_days_and_the_signer_of_the_last_one(
    office: Office,
) -> None:
    values = form_values(office.get("/thang-moi/"))
    assert (values["thang"], values["nam"]) == (["6"], ["2021"])
    response = office.post("/thang-moi/", {**values, "ngay_ban_hanh": "28/5/2021"})
    assert response.headers["Location"] == "/thang/2021-06/"
    reading = load_agenda(office.project.folder / "agendas")
    june = reading.agenda.months[-1]
    assert not reading.failed
    assert (str(june.month), len(june.days)) == ("2021-06", 30)
    assert june.current.document.signer == "Đỗ Khoa Văn"
    assert office.get("/thang/2021-06/").status_code == 200


def test_a_month_is_not_started_twice_nor_with_wrong_values(office: Office) -> None:
    before = month_file(office)
    for values, field in (
        ({"thang": "5", "nam": "2021", "ngay_ban_hanh": "28/5/2021"}, "thang"),
        ({"thang": "13", "nam": "2021", "ngay_ban_hanh": "28/5/2021"}, "thang"),
        ({"thang": "6", "nam": "../..", "ngay_ban_hanh": "28/5/2021"}, "nam"),
        ({"thang": "6", "nam": "2021", "ngay_ban_hanh": ""}, "ngay_ban_hanh"),
    ):
        response = office.post("/thang-moi/", values)
        assert response.status_code == 422
        assert f'id="thang-moi-{field}-loi"' in response.text
    assert month_file(office) == before
    assert not (office.project.folder / "agendas" / "2021-06.yml").exists()
