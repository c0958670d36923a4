"""A month composed of documents that cover all days, some days, or add items."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from agenda.history.diff import amendments
from agenda.history.identity import identify
from agenda.model import Month
from agenda.model.composition import documents_in_force, documents_on
from agenda.source.folder import load_agenda

ReadMonth = Callable[..., Month]

FIRST = """\
lich:
  - {ngay: 7, sang: [{noi_dung: Giao ban tuần}]}
  - {ngay: 12-16, ca_ngay: [{noi_dung: Hội chợ công nghệ}]}
  - {ngay: 14, sang: [{noi_dung: Họp Hội đồng}], chieu: [{noi_dung: Tiếp công dân}]}
  - {ngay: 21, sang: [{noi_dung: Kiểm tra đề tài}]}
  - {ngay: 30, nghi: Nghỉ bù}
"""


@pytest.fixture
def read_june(tmp_path: Path) -> ReadMonth:
    def read(*bodies: str) -> Month:
        for number, body in enumerate(bodies):
            name = f"2021-06{f'.dc{number}' if number else ''}.yml"
            head = f"thang: 2021-06\nvan_ban: {{ngay_ban_hanh: 2021-06-{number + 1:02}}}\n"
            (tmp_path / name).write_text(head + body, encoding="utf-8")
        (tmp_path / "danh-ba.yml").write_text("{}\n", encoding="utf-8")
        reading = load_agenda(tmp_path)
        errors = [str(problem) for problem in reading.problems if "lỗi" in str(problem)]
        assert errors == []
        (month,) = identify(reading.agenda).agenda.months
        return month

    return read


def shown(month: Month) -> dict[int, list[str]]:
    return {day.date.day: [item.text for item in day.items] for day in month.days if day.items}


def codes(month: Month) -> dict[str, str]:
    return {item.text: item.code for item in month.items}


def test_a_whole_document_replaces_the_month(read_june: ReadMonth) -> None:
    month = read_june(FIRST, "lich:\n  - {ngay: 7, sang: [{noi_dung: Giao ban tuần}]}\n")
    assert shown(month) == {7: ["Giao ban tuần"]}
    assert not month.composed
    assert month.current is month.revisions[1]


def test_a_document_of_some_days_replaces_these_days_only(read_june: ReadMonth) -> None:
    month = read_june(
        FIRST,
        "pham_vi: 14-30\nlich:\n"
        "  - {ngay: 15, sang: [{noi_dung: Họp Hội đồng}]}\n"
        "  - {ngay: 22, sang: [{noi_dung: Tập huấn}]}\n",
    )
    assert shown(month) == {
        7: ["Giao ban tuần"],
        12: ["Hội chợ công nghệ"],
        13: ["Hội chợ công nghệ"],
        15: ["Họp Hội đồng"],
        22: ["Tập huấn"],
    }
    (amendment,) = amendments(month)
    assert [item.text for item in amendment.dropped] == ["Tiếp công dân", "Kiểm tra đề tài"]
    assert [item.text for item in amendment.added] == ["Tập huấn"]
    assert [label.day.day for label in amendment.labels] == [30]
    assert {change.after.text for change in amendment.changed} == {
        "Hội chợ công nghệ",
        "Họp Hội đồng",
    }


def test_an_item_keeps_its_code_on_the_days_that_stay(read_june: ReadMonth) -> None:
    before = codes(read_june(FIRST))
    month = read_june(
        FIRST, "pham_vi: 14-30\nlich:\n  - {ngay: 15, sang: [{noi_dung: Họp Hội đồng}]}\n"
    )
    after = codes(month)
    assert {text: after[text] for text in after} == {text: before[text] for text in after}
    fair = next(item for item in month.items if item.text == "Hội chợ công nghệ")
    assert (fair.first, fair.last, fair.skipped) == (date(2021, 6, 12), date(2021, 6, 13), ())


def test_an_item_of_several_days_may_lose_days_in_the_middle(read_june: ReadMonth) -> None:
    month = read_june(FIRST, "pham_vi: 14\nlich:\n  - {ngay: 14, nghi: Mưa lớn}\n")
    fair = next(item for item in month.items if item.text == "Hội chợ công nghệ")
    assert [day.day for day in fair.days] == [12, 13, 15, 16]
    assert fair.skipped == (date(2021, 6, 14),)
    assert 14 not in shown(month)


def test_an_item_goes_on_in_the_next_document(read_june: ReadMonth) -> None:
    before = codes(read_june(FIRST))["Hội chợ công nghệ"]
    month = read_june(
        FIRST,
        "pham_vi: 14-30\nlich:\n  - {ngay: 14-17, ca_ngay: [{noi_dung: Hội chợ công nghệ}]}\n",
    )
    (fair,) = (item for item in month.items if item.text == "Hội chợ công nghệ")
    assert (fair.code, [day.day for day in fair.days]) == (before, [12, 13, 14, 15, 16, 17])


def test_an_item_with_other_words_in_the_next_document_is_another(read_june: ReadMonth) -> None:
    month = read_june(
        FIRST,
        "pham_vi: 14-30\nlich:\n"
        "  - {ngay: 14-16, ca_ngay: [{noi_dung: Hội chợ công nghệ, dia_diem: Thành Sen}]}\n",
    )
    fairs = [item for item in month.items if item.text == "Hội chợ công nghệ"]
    assert [[day.day for day in item.days] for item in fairs] == [[12, 13], [14, 15, 16]]
    assert len({item.code for item in fairs}) == 2


def test_an_addition_joins_the_items_of_the_day(read_june: ReadMonth) -> None:
    month = read_june(FIRST, "bo_sung: true\nlich:\n  - {ngay: 7, sang: [{noi_dung: Tiếp đoàn}]}\n")
    assert shown(month)[7] == ["Giao ban tuần", "Tiếp đoàn"]
    assert shown(month)[14] == ["Hội chợ công nghệ", "Họp Hội đồng", "Tiếp công dân"]
    (amendment,) = amendments(month)
    assert ([item.text for item in amendment.added], amendment.dropped) == (["Tiếp đoàn"], ())


def test_a_later_document_of_the_day_ends_an_addition(read_june: ReadMonth) -> None:
    month = read_june(
        FIRST,
        "bo_sung: true\nlich:\n  - {ngay: 7, sang: [{noi_dung: Tiếp đoàn}]}\n",
        "pham_vi: [7, 21-22]\nlich:\n  - {ngay: 7, sang: [{noi_dung: Giao ban tuần}]}\n",
    )
    assert shown(month)[7] == ["Giao ban tuần"]
    assert 21 not in shown(month)
    assert [each.number for each in documents_in_force(month)] == [0, 2]


def test_a_second_document_of_some_days_wins_where_both_speak(read_june: ReadMonth) -> None:
    month = read_june(
        FIRST,
        "pham_vi: 14-30\nlich:\n  - {ngay: 14, sang: [{noi_dung: A lần 1}]}\n"
        "  - {ngay: 28, sang: [{noi_dung: B lần 1}]}\n",
        "pham_vi: 28-30\nlich:\n  - {ngay: 29, sang: [{noi_dung: C lần 2}]}\n",
    )
    assert {14: ["A lần 1"], 29: ["C lần 2"]}.items() <= shown(month).items()
    assert 28 not in shown(month)
    numbers = {
        day: [each.number for each in documents_on(month, date(2021, 6, day))]
        for day in (7, 14, 28)
    }
    assert numbers == {7: [0], 14: [1], 28: [2]}
    assert [each.number for each in documents_in_force(month)] == [0, 1, 2]


def test_header_and_focus_come_from_the_document_of_the_whole_month(
    read_june: ReadMonth,
) -> None:
    month = read_june(
        "trong_tam: [Tập trung chuyển đổi số]\n" + FIRST,
        "pham_vi: 14-30\ntrong_tam: [Khác]\nlich:\n  - {ngay: 14, nghi: Nghỉ}\n",
    )
    assert month.current.focus == ("Tập trung chuyển đổi số",)
    assert month.current.document.issued == date(2021, 6, 1)
    assert month.current.number == 1
    assert month.newest.document.issued == date(2021, 6, 2)


def test_a_whole_document_after_partial_ones_ends_them(read_june: ReadMonth) -> None:
    month = read_june(
        FIRST,
        "pham_vi: 14-30\nlich:\n  - {ngay: 14, sang: [{noi_dung: A lần 1}]}\n",
        FIRST,
    )
    assert shown(month) == shown(read_june(FIRST))
    assert [each.number for each in documents_in_force(month)] == [2]
    assert codes(month)["Kiểm tra đề tài"] == codes(read_june(FIRST))["Kiểm tra đề tài"]
