"""Test the searched and displayed fields of search records."""

import json
from datetime import date

from agenda.search.months import month_records
from agenda.search.records import (
    PackedRecord,
    SearchRecord,
    record_of,
    search_records,
)
from tests.exports.sample import agenda
from tests.exports.settings import context_of

RECORDS = {item.text: record_of(item) for item in agenda().months[0].items}
SALUTE, MEETING, VISIT = map(
    RECORDS.__getitem__, ("Lễ chào cờ", "Họp Tỉnh ủy", "Kiểm tra NTM xã Kỳ Lạc")
)


def test_records_are_in_order_of_time_with_dropped_items_at_the_begin_of_their_month() -> None:
    texts = [
        json.loads(each.shown)["noi_dung"]
        for each in search_records(month_records(context_of(agenda())))
    ]
    assert texts[1:] == ["Việc đã bỏ", "Lễ chào cờ", "Họp Tỉnh ủy", "Kiểm tra NTM xã Kỳ Lạc"]
    assert texts[0].startswith("Chương trình công tác tháng 5 năm 2021. ngày 30 tháng 4 năm 2021; ")


def test_a_packed_record_has_the_same_content() -> None:
    packed = search_records(month_records(context_of(agenda())))[3]
    shown = {**MEETING.shown, "ten": "Phòng Thông tin - Thống kê; Đỗ Khoa Văn"}
    assert packed == PackedRecord(
        first=MEETING.first,
        last=MEETING.last,
        half_day="chieu",
        shown=packed.shown,
        filters="nam:2021 buoi:chieu trang-thai:doi lanh-dao:do-khoa-van co-quan:phong-tt-tk",
        texts="\t".join(MEETING.texts),
    )
    assert json.loads(packed.shown) == shown


def test_a_record_has_the_words_of_the_page() -> None:
    assert (
        SearchRecord(
            first=date(2021, 5, 4),
            last=date(2021, 5, 4),
            half_day="chieu",
            shown={
                "url": "2021/05/#cv-bbbb",
                "ngay": "2021-05-04",
                "khi": "Thứ Ba, 04/5/2021",
                "buoi": "Chiều",
                "gio": "14:00–15:30",
                "trang_thai": "Đã đổi lịch sang sáng Thứ Năm, 06/5/2021",
                "noi_dung": "Họp Tỉnh ủy",
                "dia_diem": "Hội trường TU",
                "thanh_phan": "Các phòng",
                "ghi_chu": "Mang tài liệu",
                "ly_do": "Bận họp",
                "chuan_bi": "Phòng TT-TK; Tổ giúp việc",
                "lanh_dao": "Đ/c Văn GĐ; Đ/c Ai",
            },
            names=("Phòng Thông tin - Thống kê", "Đỗ Khoa Văn"),
            filters={
                "nam": ("2021",),
                "lanh-dao": ("do-khoa-van",),
                "co-quan": ("phong-tt-tk",),
                "nhom": (),
                "buoi": ("chieu",),
                "trang-thai": ("doi",),
            },
            texts=(
                "họp tỉnh ủy",
                "hội trường TU",
                "các phòng",
                "mang tài liệu",
                "bận họp",
                "phòng TT TK tổ giúp việc",
                "đ c văn GĐ đ c ai",
                "phòng thông tin thống kê",
                "đỗ khoa văn",
            ),
        )
        == MEETING
    )


def test_a_record_of_several_days_has_its_last_day() -> None:
    assert VISIT.shown["den"] == "18–20/5/2021"
    assert (VISIT.first, VISIT.last) == (date(2021, 5, 18), date(2021, 5, 20))


def test_an_item_without_a_status_is_scheduled() -> None:
    assert SALUTE.filters["trang-thai"] == ("theo-lich",)
    assert "trang_thai" not in SALUTE.shown


def test_a_name_printed_as_in_the_directory_is_not_repeated() -> None:
    assert VISIT.names == ()
