"""A file copied from the month before and given `pham_vi` is mended by following each remedy."""

import re
from pathlib import Path

import pytest

from agenda.history.identity import identify
from agenda.model import Severity
from agenda.source.folder import LoadedAgenda, load_agenda

FIRST = """\
thang: 2021-06
khong_neu: [2-4, 8-11, 17-18, 22-25]
van_ban: {ngay_ban_hanh: 2021-06-01}
lich:
  - {ngay: 1, sang: [{ma: c1, noi_dung: Giao ban, lanh_dao: Đ/c An}]}
  - {ngay: 5-6, nghi: "Thứ Bảy, Chủ nhật"}
  - {ngay: 7, sang: [{ma: c7, noi_dung: Giao ban tuần}]}
  - {ngay: 12-16, ca_ngay: [{ma: c12, noi_dung: Hội chợ công nghệ}]}
  - {ngay: 14, chieu: [{ma: c14, noi_dung: Họp Hội đồng}]}
  - {ngay: 21, sang: [{ma: c21, noi_dung: Tập huấn}]}
  - {ngay: 28-30, ca_ngay: [{ma: c28, noi_dung: Đi cơ sở}]}
hieu_dinh:
  - {ngay: 1, nguyen_van: Giao bn, sua_thanh: Giao ban}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2021-06.yml").write_text(FIRST, "utf-8")
    return tmp_path


def errors(loaded: LoadedAgenda) -> list[str]:
    return [
        f"{problem.message}; {problem.remedy}"
        for problem in loaded.problems
        if problem.severity is Severity.ERROR
    ]


def follow(text: str, remedy: str, number: int) -> str:
    """Do what the remedy says first to the row at that line."""
    lines = text.splitlines()
    row = lines[number - 1]
    if re.search(r"; xóa mục ngay: \S+ khỏi lich", remedy):
        del lines[number - 1]
    else:
        first, *others = re.findall(r"(?:sửa thành|thêm mục) ngay: (\S+?)[,;]? ", remedy)
        uncoded = re.sub(r"ma: \w+, ", "", row)
        lines[number - 1 : number] = [
            re.sub(r"ngay: [\d-]+", f"ngay: {first}", row),
            *(re.sub(r"ngay: [\d-]+", f"ngay: {other}", uncoded) for other in others),
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("scope", ["14-30", "[7, 13, 15-16]", "30", "[1, 7]"])
def test_the_first_remedy_leads_to_a_file_without_errors(scope: str, folder: Path) -> None:
    path = folder / "2021-06.dc1.yml"
    text = FIRST.replace("van_ban:", f"pham_vi: {scope}\nvan_ban:")
    path.write_text(text, "utf-8")
    before = load_agenda(folder)
    while outside := [
        problem for problem in load_agenda(folder).problems if problem.kind == "day-outside-scope"
    ]:
        problem = outside[0]
        text = follow(text, f"{problem.message}; {problem.remedy}", problem.location.line)
        path.write_text(text, "utf-8")
    assert text.count("ngay: ") < FIRST.count("ngay: ") + 2
    assert len(errors(before)) > 2
    assert errors(load_agenda(folder)) == []
    (month,) = identify(load_agenda(folder).agenda).agenda.months
    assert {day.date.day: [item.text for item in day.items] for day in month.days} == {
        **{day: [] for day in range(1, 31)},
        1: ["Giao ban"],
        7: ["Giao ban tuần"],
        14: ["Hội chợ công nghệ", "Họp Hội đồng"],
        21: ["Tập huấn"],
        **{day: ["Hội chợ công nghệ"] for day in (12, 13, 15, 16)},
        **{day: ["Đi cơ sở"] for day in (28, 29, 30)},
    }


def test_the_second_remedy_widens_the_scope(folder: Path) -> None:
    path = folder / "2021-06.dc1.yml"
    text = FIRST.replace("van_ban:", "pham_vi: 14-30\nvan_ban:")
    path.write_text(text, "utf-8")
    while outside := [
        problem for problem in load_agenda(folder).problems if problem.kind == "day-outside-scope"
    ]:
        (line,) = re.findall(r"sửa thành (pham_vi: .+)$", outside[0].remedy)
        text = re.sub(r"pham_vi: .*", line, text)
        path.write_text(text, "utf-8")
    assert errors(load_agenda(folder)) == []


def test_days_of_another_month_need_no_scope(folder: Path) -> None:
    path = folder / "2021-06.dc1.yml"
    row = "  - {ngay: 28/6-2/7, ca_ngay: [{noi_dung: Đi cơ sở}]}\n"
    head = "thang: 2021-06\npham_vi: 28-30\nvan_ban: {ngay_ban_hanh: 2021-06-20}\nlich:\n"
    path.write_text(head + row, "utf-8")
    assert errors(load_agenda(folder)) == []
