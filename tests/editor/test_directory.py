"""The directory changes through small forms, each line by line."""

import pytest

from tests.editor.conftest import Office, words
from tests.editor.test_items import changed_lines, form_values, save

HOAN = "/danh-ba/hoan/"


def directory_file(office: Office) -> str:
    return office.project.read("agendas/danh-ba.yml")


def test_every_entry_is_listed_with_what_it_can_do(office: Office) -> None:
    page = office.get("/danh-ba/")
    assert page.status_code == 200
    for code in ("do-khoa-van", "hoan", "phong-tt-tk", "lanh-dao-so"):
        assert f'id="{code}"' in page.text
    assert "Hoàn Phó Giám đốc (PGĐ) Sửa Chức vụ mới Thôi Đổi tên" in words(page)


def test_a_promotion_ends_the_former_title_before_it(office: Office) -> None:
    response = save(office, f"{HOAN}chuc-vu/", ten="Giám đốc", viet_tat="GĐ", tu="2021-07")
    assert response.headers["Location"] == "/danh-ba/#hoan"
    page = words(office.get("/danh-ba/"))
    assert "Phó Giám đốc (PGĐ), đến hết 30/6/2021 Giám đốc (GĐ), từ 01/7/2021" in page


def test_a_departure_keeps_the_name(office: Office) -> None:
    save(office, f"{HOAN}thoi/", den="2021-06")
    assert "Phó Giám đốc (PGĐ), đến hết 30/6/2021 Sửa Chức vụ mới Đổi tên" in words(
        office.get("/danh-ba/")
    )


def test_a_new_name_may_give_a_new_address(office: Office) -> None:
    response = save(office, f"{HOAN}doi-ten/", ten="Nguyễn Hoàn", dia_chi="true")
    assert response.headers["Location"] == "/danh-ba/#nguyen-hoan"
    (person,) = (
        each
        for each in office.services.workspace.load().agenda.directory.people
        if "Hoàn" in each.name
    )
    assert (person.code, person.former_codes) == ("nguyen-hoan", ("hoan",))


def test_units_are_merged_into_a_new_one(office: Office) -> None:
    values = {"co_quan": ["phong-tt-tk", "van-phong"], "ten": "Văn phòng Sở", "tu": "2021-07"}
    response = office.post("/danh-ba/hop-nhat/", values)
    assert response.headers["Location"] == "/danh-ba/#van-phong-so"
    page = words(office.get("/danh-ba/"))
    assert "Văn phòng Sở Từ 01/7/2021 Kế tục: Văn phòng, Phòng Thông tin - Thống kê" in page
    assert office.get("/thang/2021-05/").status_code == 200


@pytest.mark.parametrize(
    ("section", "values"),
    [
        (
            "lanh_dao",
            {"ten": "Trần An", "chuc_vu/1/ten": "Phó Giám đốc", "chuc_vu/1/viet_tat": "PGĐ"},
        ),
        ("co_quan", {"ten": "Thanh tra Sở", "viet_tat": ["TTr", "Thanh tra"]}),
        ("nhom", {"ten": "Trưởng các phòng"}),
    ],
)
def test_a_name_is_added_with_an_address_of_its_own(
    office: Office, section: str, values: dict[str, object]
) -> None:
    before = directory_file(office)
    response = office.post(f"/danh-ba/them/{section}/", values)
    assert response.status_code == 303
    assert {line[0] for line in changed_lines(before, directory_file(office))} == {"+"}
    code = response.headers["Location"].partition("#")[2]
    assert f'id="{code}"' in office.get("/danh-ba/").text


def test_an_entry_is_edited_in_one_line(office: Office) -> None:
    before = directory_file(office)
    assert save(office, f"{HOAN}sua/").status_code == 303
    assert directory_file(office) == before
    save(office, f"{HOAN}sua/", ten="Trần Hoàn")
    assert changed_lines(before, directory_file(office)) == [
        "-     ten: Hoàn",
        "+     ten: Trần Hoàn",
    ]


def test_a_person_may_have_a_code_that_a_form_has_too(office: Office) -> None:
    for name, code in (("Thêm", "them"), ("Hợp Nhất", "hop-nhat"), ("Viết Tắt", "viet-tat")):
        response = office.post("/danh-ba/them/lanh_dao/", {"ten": name})
        assert response.headers["Location"] == f"/danh-ba/#{code}"
        assert form_values(office.get(f"/danh-ba/{code}/sua/"))["ten"] == [name]
        for form in ("chuc-vu", "thoi", "doi-ten"):
            assert office.get(f"/danh-ba/{code}/{form}/").status_code == 200


def test_wrong_values_and_wrong_forms_write_nothing(office: Office) -> None:
    before = directory_file(office)
    assert save(office, f"{HOAN}thoi/", den="hôm qua").status_code == 422
    assert office.post("/danh-ba/hop-nhat/", {"ten": "X", "tu": "2021-07"}).status_code == 422
    assert office.post("/danh-ba/them/nhom/", {"ten": ""}).status_code == 422
    for url in ("khong-co/sua/", "hoan/gi/", "phong-tt-tk/chuc-vu/", "them/gi/"):
        assert office.get(f"/danh-ba/{url}").status_code == 404
    assert directory_file(office) == before


def test_an_entry_that_changed_elsewhere_is_shown_again(office: Office) -> None:
    values = form_values(office.get(f"{HOAN}thoi/"))
    save(office, f"{HOAN}sua/", ten="Trần Hoàn")
    response = office.post(f"{HOAN}thoi/", {**values, "den": "2021-06"})
    assert response.status_code == 422
    assert "vừa được sửa ở nơi khác" in words(response)
    assert "den:" not in directory_file(office)
