"""Options in mkdocs.yml reach the published site, or are reported as wrong."""

import json
import re

import pytest

from tests.project import Project, contents

HOURS = 'office_hours: {sang: "07:30-11:30", chieu: "13:30-17:00", toi: "19:00-21:00"}'
RECORD = "record: chuong-trinh-cong-tac.so-khcn-ha-tinh"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (HOURS, 'office_hours: {sang: "sáng"}', '"sáng" không phải là giờ làm việc'),
        (HOURS, "office_hours: {sang: 07:30}", '"07:30" không phải là giờ làm việc'),
        (HOURS, 'office_hours: {sang: "11:30-07:30"}', "giờ kết thúc phải sau giờ bắt đầu"),
        (HOURS, 'office_hours: {sang: "07:30-25:00"}', "không phải là giờ làm việc"),
        (RECORD, "record: Lịch công tác", '"Lịch công tác": chỉ dùng chữ thường không dấu'),
        (RECORD, f"record: {'a' * 61}", "không quá 60 ký tự"),
        (RECORD, f"{RECORD}\n      licence: CC", "Viết licence: {title: tên điều kiện sử dụng"),
        (
            RECORD,
            f"{RECORD}\n      licence: {{title: Điều kiện, path: dieu-kien.html}}",
            "path: https://địa-chỉ",
        ),
    ],
)
def test_a_wrong_option_is_told_and_stops_the_build(
    right: str, wrong: str, told: str, project: Project
) -> None:
    project.replace("mkdocs.yml", right, wrong)
    run = project.build()
    assert run.code == 1
    assert told in run.output
    assert "Traceback" not in run.output


def test_a_record_without_a_name_is_told(project: Project) -> None:
    project.replace("mkdocs.yml", RECORD, "")
    run = project.build()
    assert (run.code, "record" in run.output, "Traceback" in run.output) == (1, True, False)


def test_the_office_hours_are_those_of_the_settings(project: Project) -> None:
    project.replace("mkdocs.yml", HOURS, 'office_hours: {sang: "7:00-11:00"}')
    assert project.build().code == 0
    calendar = project.read("site/lich/2021.ics")
    times = set(re.findall(r"^DT(START|END);TZID=Asia/Ho_Chi_Minh:\d{8}T(\d{4})", calendar, re.M))
    assert times == {("START", "0700"), ("END", "1100"), ("START", "1330"), ("END", "1700")}


def test_the_licence_is_that_of_the_settings(project: Project) -> None:
    licence = "{title: Điều kiện sử dụng, path: https://example.invalid/dieu-kien}"
    project.replace("mkdocs.yml", RECORD, f"{RECORD}\n      licence: {licence}")
    assert project.build().code == 0
    package = json.loads(project.read("site/du-lieu/datapackage.json"))
    assert package["licenses"] == [
        {"title": "Điều kiện sử dụng", "path": "https://example.invalid/dieu-kien"}
    ]


def test_a_site_without_a_url_of_its_own_names_no_other(project: Project) -> None:
    run = project.build("--strict")
    assert run.code == 0, run.output
    for name, content in contents(project.site).items():
        if name.endswith((".ics", ".csv", "feed.xml", "2021-05.json")):
            found = set(re.findall(rb"https?://[^\s<\"]+", content))
            assert found <= {b"http://www.w3.org/2005/Atom", b"http://www.w3.org/1999/xhtml"}, name
    page = project.read("site/lanh-dao/binh/index.html")
    assert "data-webcal" in page
    assert "qr__code" not in page
    assert "calendar.google.com/calendar" not in page
    assert "og:image" not in page


def test_what_programs_are_given_is_in_the_ledger_and_may_change(project: Project) -> None:
    assert project.build().code == 0
    ledger = json.loads(project.read("site/ho-so.json"))["dia_chi"]
    for url in (
        *("/lich/tat-ca.ics", "/lich/2021.ics", "/lich/lanh-dao/binh.ics", "/feed.xml"),
        *("/lanh-dao/binh/feed.xml", "/du-lieu/2021-05.json", "/du-lieu/lich-cong-tac.csv"),
        *("/du-lieu/tham-du.csv", "/du-lieu/datapackage.json", "/du-lieu/thang.schema.json"),
    ):
        assert (ledger[url]["loai"], ledger[url].get("co_dinh")) == ("tep", None), url
    for url in ("/lich/", "/nhung/hom-nay/", "/nhung/tuan-nay/", "/du-lieu/"):
        assert ledger[url]["loai"] == "trang", url
