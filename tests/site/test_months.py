"""The page of a month has the content of its document, day by day."""

import hashlib
import re
from urllib.parse import unquote, urlsplit

import pytest

from agenda.site.artifact import Link
from tests.originals import pdf
from tests.site.conftest import AGENCY, Publish, Site, month_file
from tests.site.elements import Element

MAY = "2021/05/"

JOURNEY = """
- ngay: 18-20
  ca_ngay: [{ma: b1, noi_dung: Đoàn công tác tại Hà Nội}]
- ngay: 19
  sang: [{ma: b2, noi_dung: Họp giao ban}]
"""


@pytest.fixture
def page(may_2021: Site) -> Element:
    return may_2021.body(MAY)


def test_every_day_has_its_anchor_in_order(page: Element) -> None:
    anchors = [each for each in page.ids if each.startswith("ngay-")]
    assert anchors == [f"ngay-{day:02}" for day in range(1, 32)]


def test_days_off_in_one_row_keep_an_anchor_each(page: Element) -> None:
    row = page.with_id("ngay-01")
    assert row.ids == ["ngay-02", "ngay-03"]
    assert row["data-dates"] == "2021-05-01 2021-05-02 2021-05-03"
    assert row.text == "Thứ Bảy, 01/5 – Thứ Hai, 03/5 Nghỉ lễ 30/4, 01/5"


def test_every_item_has_its_row_and_its_anchor(page: Element, may_2021: Site) -> None:
    rows = page.one(".agenda").all(".item")
    assert len(rows) == 36
    assert [row["id"] for row in rows] == [f"cv-{item.code}" for item in may_2021.agenda.items]


def test_a_day_has_the_words_of_the_paper_in_the_columns_of_the_paper(page: Element) -> None:
    assert cells(page.with_id("ngay-04")) == [
        ["Thứ Ba, 04/5", "Sáng", "Lễ chào cờ", "Văn phòng", "CBCCVC Sở"],
        [
            "Chiều",
            "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN",
            "Ban Soạn thảo",
            "Đ/c Hoàn PGĐ",
        ],
        [
            "Làm việc với UBND tỉnh Nghệ An thống nhất nội dung Kế hoạch tổ chức Festival Dân ca "
            "Ví, Giặm Nghệ Tĩnh",
            "Văn phòng",
            "Đ/c Văn GĐ",
        ],
        ["Duyệt phát hành Bản tin số tháng 4", "Phòng TT-TK", "Đ/c Bình PGĐ"],
    ]


def test_rows_of_a_day_stand_under_its_name_and_half_day(page: Element) -> None:
    day = page.with_id("ngay-04")
    assert day.one(".day__name")["rowspan"] == "4"
    assert [each["rowspan"] for each in day.all(".item__half")] == ["1", "3"]


def test_every_name_that_the_directory_knows_leads_to_its_page(page: Element) -> None:
    assert page.with_id("cv-c2vr").links()[1:] == [
        ("Thành viên HĐ", "../../nhom/thanh-vien-hd/"),
        ("các phòng liên quan", "../../nhom/cac-phong-lien-quan/"),
        ("Lãnh đạo Sở", "../../nhom/lanh-dao-so/"),
    ]


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        ("ngay-04", "items", None),
        ("ngay-08", "off", "Thứ Bảy, Chủ nhật"),
        ("ngay-22", "off", "Thứ Bảy"),
        ("ngay-24", "blank", "Văn bản để trống ngày này"),
    ],
)
def test_a_day_without_items_says_why(
    page: Element, day: str, state: str, words: str | None
) -> None:
    row = page.with_id(day)
    assert f"day--{state}" in row.classes
    assert row.texts(".day__nothing") == ([words] if words else [])


def test_a_day_that_the_paper_does_not_list_is_there_and_says_so(publish: Publish) -> None:
    site = publish({"2021-05.yml": month_file("2021-05", "- ngay: 4\n")})
    row = site.body(MAY).with_id("ngay-05")
    assert row.classes == ["day", "day--unlisted"]
    assert row.text == "Thứ Tư, 05/5 Văn bản không ghi ngày này"


def test_a_day_off_with_an_item_shows_both(page: Element) -> None:
    row = page.with_id("ngay-23")
    assert row.classes == ["day", "day--items", "day--weekend"]
    assert row.one(".day__name").text == "Chủ nhật, 23/5 Chủ Nhật"
    assert row.one(".item__half").text == "Cả ngày"


def test_an_item_of_several_days_stands_on_each_and_has_one_anchor(publish: Publish) -> None:
    page = publish({"2021-05.yml": month_file("2021-05", JOURNEY)}).body(MAY)
    assert {day: page.with_id(day).texts(".item__text") for day in page.ids if "ngay-" in day} == {
        f"ngay-{day:02}": {
            18: ["Đoàn công tác tại Hà Nội"],
            19: ["Đoàn công tác tại Hà Nội", "Họp giao ban"],
            20: ["Đoàn công tác tại Hà Nội"],
        }.get(day, [])
        for day in range(1, 32)
    }
    assert [each for each in page.ids if each.startswith("cv-")] == ["cv-b1", "cv-b2"]
    assert "cv-b1" in page.with_id("ngay-18").ids
    assert page.texts(".item__facts") == ["Thời gian 18–20/5/2021"] * 3


def test_an_item_counts_once_however_many_days_it_takes(publish: Publish) -> None:
    page = publish({"2021-05.yml": month_file("2021-05", JOURNEY)}).body(MAY)
    assert page.one(".month-head__facts").text.split(" · ")[2] == "2 việc"


def test_days_off_that_cross_the_month_stand_on_both_pages(publish: Publish) -> None:
    site = publish(
        {
            "2021-04.yml": month_file("2021-04", "- {ngay: 30/4-3/5, nghi: Nghỉ lễ}\n"),
            "2021-05.yml": month_file("2021-05", "- ngay: 4\n"),
        }
    )
    assert site.body("2021/04/").with_id("ngay-30").text == "Thứ Sáu, 30/4 Nghỉ lễ"
    assert site.body(MAY).with_id("ngay-01").text == "Thứ Bảy, 01/5 – Thứ Hai, 03/5 Nghỉ lễ"


def test_the_paper_of_a_month_has_the_last_word_on_its_days_off(publish: Publish) -> None:
    site = publish(
        {
            "2021-04.yml": month_file("2021-04", "- {ngay: 30/4-3/5, nghi: Nghỉ lễ}\n"),
            "2021-05.yml": month_file("2021-05", "- {ngay: 1-2, nghi: Nghỉ bù}\n"),
        }
    )
    page = site.body(MAY)
    assert page.with_id("ngay-01").text == "Thứ Bảy, 01/5 – Chủ nhật, 02/5 Nghỉ bù"
    assert page.with_id("ngay-03").text == "Thứ Hai, 03/5 Nghỉ lễ"


def test_an_item_that_crosses_the_month_has_its_anchor_where_its_paper_is(publish: Publish) -> None:
    site = publish(
        {
            "2021-04.yml": month_file(
                "2021-04", "- {ngay: 29/4-2/5, ca_ngay: [{ma: b1, noi_dung: Tập huấn}]}\n"
            ),
            "2021-05.yml": month_file(
                "2021-05", "- {ngay: 30/4-1/5, toi: [{ma: b2, noi_dung: Trực lễ}]}\n"
            ),
        }
    )
    april, may = site.body("2021/04/"), site.body(MAY)
    assert [april.with_id(f"ngay-{day}").texts(".item__text") for day in (28, 29, 30)] == [
        [],
        ["Tập huấn"],
        ["Tập huấn", "Trực lễ"],
    ]
    assert [may.with_id(f"ngay-0{day}").texts(".item__text") for day in (1, 2, 3)] == [
        ["Tập huấn", "Trực lễ"],
        ["Tập huấn"],
        [],
    ]
    assert [each for each in april.ids if each.startswith("cv-")] == ["cv-b1"]
    assert [each for each in may.ids if each.startswith("cv-")] == ["cv-b2"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("trang_thai: huy", "Đã hủy"),
        ("trang_thai: hoan, ly_do: Do bão", "Hoãn, chưa định ngày: Do bão"),
        (
            "trang_thai: doi, doi_sang: 2021-05-20 chieu, ly_do: Trùng lịch",
            "Đã đổi lịch sang chiều Thứ Năm, 20/5/2021: Trùng lịch",
        ),
        (
            "trang_thai: doi, doi_sang: 2021-06-02",
            "Đã đổi lịch sang Thứ Tư, 02/6/2021",
        ),
    ],
)
def test_a_withdrawn_item_is_struck_through_and_says_so_in_words(
    publish: Publish, fields: str, said: str
) -> None:
    entries = f"- {{ngay: 4, sang: [{{ma: b1, noi_dung: Họp, gio: 8h, {fields}}}]}}\n"
    row = publish({"2021-05.yml": month_file("2021-05", entries)}).body(MAY).with_id("cv-b1")
    assert row.classes == ["item", "item--withdrawn"]
    assert row.one(".item__status").text == said
    assert row.one(".item__text").one("s").text == "08:00 Họp"


def test_saturdays_and_sundays_are_marked(page: Element) -> None:
    rests = [row["id"] for row in page.all(".day") if "day--weekend" in row.classes]
    assert rests == ["ngay-01", "ngay-08", "ngay-15", "ngay-22", "ngay-23", "ngay-29", "ngay-30"]


def test_a_planned_item_is_not_struck_through(page: Element) -> None:
    assert page.one(".agenda").all("s", ".item__status", ".item--withdrawn") == []


def test_a_moved_item_leads_to_its_new_day_where_that_is_published(publish: Publish) -> None:
    entries = """
- ngay: 4
  sang:
  - {ma: b1, noi_dung: Họp, trang_thai: doi, doi_sang: 2021-06-02 sang}
  - {ma: b2, noi_dung: Họp, trang_thai: doi, doi_sang: 2021-07-01}
"""
    site = publish(
        {
            "2021-05.yml": month_file("2021-05", entries),
            "2021-06.yml": month_file("2021-06", "- ngay: 2\n"),
        }
    )
    page = site.body(MAY)
    assert [page.with_id(row).one(".item__status").links() for row in ("cv-b1", "cv-b2")] == [
        [("sáng Thứ Tư, 02/6/2021", "../../2021/06/#ngay-02")],
        [],
    ]


def test_an_item_shows_all_that_the_paper_says_of_it(publish: Publish) -> None:
    entries = """
- ngay: 4
  toi:
  - ma: b1
    noi_dung: |
      Họp báo
      Nội dung 2
    gio: 19h30-21h
    dia_diem: Hội trường
    chuan_bi: [Văn phòng, Báo; Đài]
    lanh_dao: Đ/c An, Bình
    thanh_phan: Các phòng
    ghi_chu: Họp kín
"""
    row = publish({"2021-05.yml": month_file("2021-05", entries)}).body(MAY).with_id("cv-b1")
    assert cells(row) == [
        [
            "Thứ Ba, 04/5",
            "Tối",
            "19:30–21:00 Họp báo Nội dung 2 "
            "Địa điểm Hội trường Thành phần Các phòng Ghi chú Họp kín",
            "Văn phòng Báo; Đài",
            "Đ/c An, Bình",
        ]
    ]
    assert row.one(".item__text").content == "19:30–21:00 Họp báo\nNội dung 2"
    assert len(row.one(".item__preparers").all("br")) == 1


@pytest.mark.parametrize(
    "leaders", ['["Đ/c An", "- Đ/c Bình; Minh"]', '"Đ/c An\\n- Đ/c Bình; Minh"']
)
def test_names_keep_their_lines_and_every_mark_between_them(publish: Publish, leaders: str) -> None:
    known = "lanh_dao: [{ma: an, ten: An}, {ma: binh, ten: Bình}, {ma: minh, ten: Minh}]\n"
    entries = f"- {{ngay: 4, sang: [{{ma: b1, noi_dung: Họp, lanh_dao: {leaders}}}]}}\n"
    site = publish({"danh-ba.yml": known, "2021-05.yml": month_file("2021-05", entries)})
    cell = site.body(MAY).with_id("cv-b1").one(".item__leaders")
    assert cell.text == "Lãnh đạo Sở Đ/c An - Đ/c Bình; Minh"
    assert len(cell.all("br")) == 1


def test_half_days_keep_the_order_of_the_paper(publish: Publish) -> None:
    entries = """
- ngay: 4
  chieu: {ma: b1, noi_dung: Một}
  sang: {ma: b2, noi_dung: Hai}
  ca_ngay: {ma: b3, noi_dung: Ba}
"""
    page = publish({"2021-05.yml": month_file("2021-05", entries)}).body(MAY)
    assert page.texts(".item__half") == ["Chiều", "Sáng", "Cả ngày"]


def test_the_head_tells_agency_date_of_issue_and_number_of_items(page: Element) -> None:
    assert page.one("h1").text == "Chương trình công tác tháng 5 năm 2021"
    assert page.one(".month-head__facts").text == (
        f"{AGENCY} · Hà Tĩnh, ngày 04 tháng 5 năm 2021 · 36 việc · In"
    )


def test_the_newest_revision_is_shown_and_named(publish: Publish) -> None:
    first = month_file("2021-05", "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp A}]}\n")
    second = month_file("2021-05", "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp B}]}\n", "2021-05-11")
    site = publish({"2021-05.yml": first, "2021-05.dc1.yml": second})
    page = site.body(MAY)
    assert page.texts(".item__text") == ["Họp B"]
    assert page.one(".month-head__facts").text.split(" · ")[1:] == [
        "Ngày 11 tháng 5 năm 2021",
        "1 việc",
        "In",
    ]
    assert page.one(".amended").text.startswith("Điều chỉnh lần 1, ngày 11 tháng 5 năm 2021.")


def test_section_one_and_the_caveat_are_the_words_of_the_paper(
    page: Element, may_2021: Site
) -> None:
    revision = may_2021.agenda.months[0].current
    section = next(each for each in page.all("section") if each["aria-labelledby"] == "trong-tam")
    assert [each.content for each in section.all("p")] == list(revision.focus)
    assert len(revision.focus) == 4
    assert page.one(".caveat").text == (
        "Lưu ý: Có thể thay đổi theo diễn biến tình hình dịch bệnh Covid-19"
    )


def test_an_abbreviation_is_explained_once_a_text(page: Element) -> None:
    words = page.with_id("cv-vkpv").one(".item__text")
    assert [(each.text, each["title"]) for each in words.all("abbr")] == [
        ("KHCN", "Khoa học công nghệ"),
        ("HĐND", "Hội đồng nhân dân"),
    ]


def test_the_provenance_names_the_document(page: Element) -> None:
    facts = page.one(".provenance").one("dl")
    assert dict(zip(facts.texts("dt"), facts.all("dd"), strict=True)).keys() == {
        "Ban hành",
        "Người ký",
        "Ghi chú về nguồn",
        "Nơi nhận",
        "Cách trích dẫn",
    }
    assert facts.texts("dd")[:2] == ["Hà Tĩnh, ngày 04 tháng 5 năm 2021", "Giám đốc Đỗ Khoa Văn"]
    assert facts.texts("li") == [
        "UBND tỉnh",
        "Ban Giám đốc",
        "Phòng TT-TK (để đăng tải)",
        "Văn phòng để theo dõi bố trí",
        "Các phòng, đơn vị trực thuộc",
        "Lưu VT",
    ]


def test_every_correction_and_every_doubt_is_listed_with_its_day(page: Element) -> None:
    made, doubts = page.one(".corrections").all("ul")
    assert len(made.all("li")) == 10
    assert made.texts("li")[0] == "Thứ Ba, 04/5: “CBCCVP Sở” sửa thành “CBCCVC Sở”"
    assert doubts.texts("li") == [
        "Thứ Tư, 05/5: “Đ/c Bình GD”: Các ngày khác trong văn bản ghi Đ/c Bình là PGĐ."
    ]
    assert doubts.links() == [("Thứ Tư, 05/5", "../../2021/05/#ngay-05")]


def test_the_calendar_leads_to_every_day_and_says_what_it_holds(page: Element) -> None:
    grid = page.one(".month-grid")
    assert grid.links() == [(str(day), f"../../2021/05/#ngay-{day:02}") for day in range(1, 32)]
    said = [link["aria-label"].rpartition(": ")[2] for link in grid.all("a")]
    assert said[:5] == [*["Nghỉ lễ 30/4, 01/5"] * 3, "4 việc", "3 việc"]
    assert said[23] == "không có việc"
    assert {said[day - 1] for day in (8, 22, 30)} == {"không có việc"}  # "Thứ Bảy: Thứ Bảy"
    assert [len(row.all("td")) for row in grid.all("tr")] == [0, 7, 7, 7, 7, 7, 7]


def test_the_calendar_shows_how_busy_a_day_is_and_which_are_off(publish: Publish) -> None:
    items = (
        "- {ngay: 4, sang: [A]}\n- {ngay: 5, sang: [A, B, C]}\n- {ngay: 6, sang: [A, B, C, D, E]}\n"
    )
    rests = "- {ngay: 8, nghi: Thứ Bảy}\n- {ngay: 9, nghi: Chủ nhật, sang: [A]}\n"
    page = publish({"2021-05.yml": month_file("2021-05", items + rests)}).body(MAY)
    marks = {
        day.text: [each.removeprefix("month-grid__day--") for each in day.classes[1:]]
        for day in page.all(".month-grid__day")
    }
    assert {day: marks[day] for day in ("3", "4", "5", "6", "8", "9")} == {
        "3": ["busy-0"],
        "4": ["busy-1"],
        "5": ["busy-2"],
        "6": ["busy-3"],
        "8": ["busy-0", "off"],
        "9": ["busy-1"],
    }


def test_a_link_whose_label_replaces_its_text_says_that_text_too(page: Element) -> None:
    labelled = [link for link in page.all("a") if link.text and "aria-label" in link.attributes]
    assert len(labelled) == 62
    assert [
        link["aria-label"]
        for link in labelled
        if not re.search(rf"\b{link.text}\b", link["aria-label"])
    ] == []


def test_the_page_is_edited_dated_and_found_by_its_document(may_2021: Site) -> None:
    page = may_2021.page(MAY)
    assert page.source == "2021-05.yml"
    assert str(page.updated) == "2021-05-04"
    assert page.name == "Tháng 5 năm 2021"
    assert page.breadcrumbs == (
        Link(text="Trang chủ", url=""),
        Link(text="Năm 2021", url="2021/"),
    )


def test_months_lead_to_their_neighbours_in_time(publish: Publish) -> None:
    site = publish(
        {
            f"{month}.yml": month_file(month, "- ngay: 4\n")
            for month in ("2020-12", "2021-05", "2021-06")
        }
    )
    before = Link(text="Tháng 12 năm 2020", url="2020/12/")
    after = Link(text="Tháng 6 năm 2021", url="2021/06/")
    page = site.page(MAY)
    assert (page.previous, page.next) == (before, after)
    assert (site.page("2020/12/").previous, site.page("2021/06/").next) == (None, None)
    assert [nav.links() for nav in site.body(MAY).all(".neighbours")] == [
        [("← Tháng 12 năm 2020", "../../2020/12/"), ("Tháng 6 năm 2021 →", "../../2021/06/")]
    ] * 2


def test_the_signed_original_is_published_with_its_size_and_checksum(publish: Publish) -> None:
    text = month_file("2021-05", "- ngay: 4\n").replace("}", ", tep: ban-ky.pdf}", 1)
    signed = pdf()
    site = publish({"ban-ky.pdf": signed.decode(), "2021-05.yml": text})
    assert [each.content for each in site.assets if each.frozen] == [signed]
    provenance = site.body(MAY).one(".provenance")
    assert provenance.links() == [("ban-ky.pdf", "../../ban-ky.pdf")]
    assert provenance.texts("dd")[1] == (
        f"ban-ky.pdf ({len(signed)} byte) SHA-256: {hashlib.sha256(signed).hexdigest()}"
    )


def test_the_link_to_an_original_fits_any_name_of_a_file(publish: Publish) -> None:
    name = "Lịch công tác #5 (100%).pdf"
    text = month_file("2021-05", "- ngay: 4\n").replace("}", f", tep: '{name}'}}", 1)
    site = publish({name: pdf().decode(), "2021-05.yml": text})
    ((said, target),) = site.body(MAY).one(".provenance").links()
    url = urlsplit(target)
    assert (said, unquote(url.path)) == (name, f"../../{name}")
    assert (url.query, url.fragment) == ("", "")
    assert [each.url for each in site.assets if each.frozen] == [name]


def cells(day: Element) -> list[list[str]]:
    """Return the rows of a day as a reader sees them, without marks."""
    rows = []
    for row in day.all("tr") or [day]:
        texts = []
        for cell in row.all("th", "td"):
            label = "".join(cell.texts(".item__label"))
            texts.append(cell.text.removeprefix(label).strip())
        rows.append(texts)
    return rows
