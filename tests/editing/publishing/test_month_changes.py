"""The words for what changes in the published data of a month."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from agenda.editing.publishing.month_changes import describe_month
from agenda.exports.months import month_content
from agenda.history.identity import identify
from agenda.model import YearMonth
from agenda.source.folder import load_agenda
from tests.project import MAY_2021


@pytest.fixture(scope="module")
def may() -> str:
    agenda = identify(load_agenda(MAY_2021).agenda).agenda
    month = next(each for each in agenda.months if each.month == YearMonth(2021, 5))
    return month_content(month, "https://example.invalid/")


def rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for day in data["ngay"] for row in day["muc"]]


def words(text: str, change: Callable[[dict[str, Any]], object]) -> list[str]:
    """Return the words for a change of the data, without the item that they are about."""
    new = json.loads(text)
    change(new)
    return [place.words for place in describe_month(json.loads(text), new)]


def set_first(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda data: rows(data)[0].update({key: value})


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("noi_dung", "Lễ khác", "sửa nội dung: "),
        ("dia_diem", "Hội trường", "đổi địa điểm: (không ghi) → Hội trường"),
        ("gio_bat_dau", "07:15", "đổi giờ: "),
        ("buoi", "toi", "đổi buổi: Sáng → Tối"),
        ("lanh_dao", [{"ten": "Đ/c A", "ma": None}], "đổi lãnh đạo: "),
        ("trang_thai", "huy", "đổi tình trạng: (không ghi) → Đã hủy"),
        ("ly_do", "Mưa bão", "sửa lý do: (không ghi) → Mưa bão"),
        (
            "doi_sang",
            {"ngay": "2021-05-20", "buoi": "chieu"},
            "đổi lịch mới: (không ghi) → chiều Thứ Năm, 20/5/2021",
        ),
        ("ghi_chu", "Mang tài liệu", "sửa ghi chú: (không ghi) → Mang tài liệu"),
    ],
)
def test_a_changed_field_is_told(may: str, key: str, value: object, told: str) -> None:
    (line,) = words(may, set_first(key, value))
    assert told in line
    assert line.startswith("Thứ Ba, 04/5, ")


def test_equal_data_have_no_changes(may: str) -> None:
    assert words(may, dict.copy) == []


def test_another_home_of_the_site_is_no_change_of_the_month(may: str) -> None:
    moved = json.loads(may.replace("https://example.invalid/", "https://example.org/"))
    assert list(describe_month(json.loads(may), moved)) == []


def test_added_and_removed_items_are_told(may: str) -> None:
    first = rows(json.loads(may))[0]
    day = next(n for n, each in enumerate(json.loads(may)["ngay"]) if each["muc"])
    (removed,) = words(may, lambda data: data["ngay"][day]["muc"].pop(0))
    assert removed == f'Thứ Ba, 04/5, sáng, "{first["noi_dung"]}": bỏ việc'
    added = {**first, "ma": "zzzz", "ma_day_du": "2021-05-zzzz"}
    (line,) = words(may, lambda data: data["ngay"][day]["muc"].append(added))
    assert line.endswith(": thêm việc")


def test_items_of_another_month_are_told_there(may: str) -> None:
    def add(data: dict[str, Any]) -> None:
        data["ngay"][0]["muc"].append({**rows(data)[0], "ma_day_du": "2021-04-zzzz"})

    assert words(may, add) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda data: data["van_ban"].update(so="9/CTr"),
            "số, ký hiệu: ",
        ),
        (lambda data: data.update(luu_y="Có thể thay đổi hẳn"), "sửa lưu ý"),
        (lambda data: data["trong_tam"].append("Việc nữa"), "sửa nội dung công tác trọng tâm"),
        (lambda data: data.update(noi_nhan=["Khác"]), "sửa nơi nhận"),
        (lambda data: data["hieu_dinh"].append({}), "sửa phần hiệu đính"),
        (lambda data: data.update(ban=1), "thêm văn bản điều chỉnh lần 1"),
        (
            lambda data: data["ngay"][9].update(nghi="Nghỉ bù"),
            "Thứ Hai, 10/5: chữ ghi cho ngày (không ghi) → Nghỉ bù",
        ),
    ],
)
def test_a_changed_header_or_day_is_told(
    may: str, change: Callable[[dict[str, Any]], object], told: str
) -> None:
    (line,) = words(may, change)
    assert line.startswith(told)


def test_a_new_month_counts_its_items(may: str) -> None:
    (place,) = describe_month(None, json.loads(may))
    count = len({row["ma"] for row in rows(json.loads(may))})
    assert (place.url, place.words) == ("2021/05/", f"tháng mới, {count} việc")
