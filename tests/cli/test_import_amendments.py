"""`agenda import` of amendments of some days and of additions."""

import re
from pathlib import Path
from typing import Any

import pytest

from agenda.source.folder import load_agenda
from tests.cli.conftest import Agenda
from tests.importer.documents.docx_builder import build_docx

MARK = "[không công bố]"
HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị"]
FIRST = """\
thang: 2021-06
khong_neu: [1-4, 9-11, 17-18, 22-30]
van_ban: {ngay_ban_hanh: 2021-06-01}
lich:
  - {ngay: 7, sang: [{ma: c7, noi_dung: Giao ban tuần}]}
  - {ngay: 8, sang: [{ma: c8, noi_dung: "Làm việc với hộ [không công bố] về đất đai"}]}
  - {ngay: 14, sang: [{ma: c14, noi_dung: Họp Hội đồng khoa học}]}
  - {ngay: 15, sang: [{ma: c15, noi_dung: Tiếp công dân}]}
  - {ngay: 16, sang: [{ma: c16, noi_dung: Kiểm tra đề tài}]}
  - {ngay: 21, sang: [{ma: c21, noi_dung: Tập huấn chuyển đổi số}]}
"""


@pytest.fixture
def june(agendas: Path) -> Path:
    """Write the first document of a month."""
    (agendas / "2021-06.yml").write_text(FIRST, "utf-8")
    return agendas


def document(folder: Path, title: str, rows: dict[str, str], name: str = "a.docx") -> str:
    blocks: list[dict[str, Any]] = [
        {"sides": ["SỞ KHCN\nSố: 31/CTr", "Hà Tĩnh, ngày 11 tháng 6 năm 2021"]},
        {"p": title},
        {"table": [HEAD, *([day, f"<u>Sáng:</u> {text}", ""] for day, text in rows.items())]},
    ]
    return str(build_docx(blocks, folder.parent / name))


def title(change: str) -> str:
    return f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021\n({change})"


def items(agendas: Path) -> dict[str, str]:
    """Return the codes of the month as it stands now, by the words of the items."""
    (month,) = load_agenda(agendas).agenda.months
    return {item.text: item.code for item in month.current.items}


def review_comments(path: Path) -> list[str]:
    text = re.sub(r"\n *#   ", " ", path.read_text("utf-8"))
    return re.findall(r"# kiểm tra: (.*)", text)


def test_the_days_of_the_title_become_the_scope(june: Path, agenda: Agenda) -> None:
    rows = {"14": "Họp Hội đồng khoa học", "15": "Đi cơ sở", "16": "Kiểm tra đề tài"}
    paper = document(june, title("Điều chỉnh lần 1, từ ngày 14/6 đến ngày 16/6/2021"), rows)
    run = agenda("import", paper)
    assert run.status == 0
    assert "điều chỉnh lần 1, các ngày 14-16: 3 việc, 3 ngày." in run.out
    path = june / "2021-06.dc1.yml"
    assert "\nthang: 2021-06\npham_vi: 14-16\nvan_ban:\n" in path.read_text("utf-8")
    assert "thiếu" not in run.out
    codes = items(june)
    assert codes.pop("Đi cơ sở") not in {"c14", "c15", "c16"}
    assert codes == {
        "Giao ban tuần": "c7",
        f"Làm việc với hộ {MARK} về đất đai": "c8",
        "Họp Hội đồng khoa học": "c14",
        "Kiểm tra đề tài": "c16",
        "Tập huấn chuyển đổi số": "c21",
    }
    assert agenda("compare", paper, "2021-06").status == 0
    assert agenda("check").status == 0


def test_a_file_of_other_days_differs_from_the_document(june: Path, agenda: Agenda) -> None:
    rows = {"14": "Họp Hội đồng khoa học", "16": "Kiểm tra đề tài"}
    paper = document(june, title("Điều chỉnh lần 1, từ ngày 14/6 đến ngày 16/6/2021"), rows)
    agenda("import", paper)
    path = june / "2021-06.dc1.yml"
    path.write_text(path.read_text("utf-8").replace("pham_vi: 14-16", "pham_vi: 14-17"), "utf-8")
    run = agenda("compare", paper, "2021-06")
    assert run.out.startswith("phạm vi: văn bản là các ngày 14-16, trang là các ngày 14-17\n")


@pytest.mark.parametrize(
    ("days", "scope"), [(["14", "15", "16", "17", "18", "21"], "14-21"), (["7", "14"], "[7, 14]")]
)
def test_a_document_of_some_days_without_a_range_gets_a_proposal(
    days: list[str], scope: str, june: Path, agenda: Agenda
) -> None:
    agenda("import", document(june, title("Điều chỉnh lần 1"), dict.fromkeys(days, "Họp")))
    path = june / "2021-06.dc1.yml"
    (proposal,) = (each for each in review_comments(path) if "pham_vi" in each)
    assert f"văn bản chỉ điều chỉnh một số ngày thì ghi các ngày đó, như pham_vi: {scope};" in (
        proposal
    )
    text = path.read_text("utf-8").replace("\nvan_ban:", f"\npham_vi: {scope}\nvan_ban:")
    path.write_text(re.sub(r" *# kiểm tra:.*\n(?: *#   .*\n)*", "", text), "utf-8")
    assert agenda("check", "--strict").status == 0


def test_a_document_of_the_days_that_the_month_has_gets_no_proposal(
    june: Path, agenda: Agenda
) -> None:
    rows = dict.fromkeys(["7", "8", "14", "15", "16", "21"], "Họp")
    agenda("import", document(june, title("Điều chỉnh lần 1"), rows))
    assert review_comments(june / "2021-06.dc1.yml") == []


def test_a_day_outside_the_range_is_kept_and_doubted(june: Path, agenda: Agenda) -> None:
    paper = document(
        june,
        title("Điều chỉnh lần 1, từ ngày 14/6 đến ngày 16/6/2021"),
        {"11": "Họp", "14": "Họp Hội đồng khoa học"},
    )
    run = agenda("import", paper)
    assert run.status == 1
    path = june / "2021-06.dc1.yml"
    assert "  - ngay: 11\n    sang:\n" in path.read_text("utf-8")
    doubts = [each for each in review_comments(path) if "pham_vi" in each]
    assert doubts == [
        "Thứ Sáu, 11/6 không thuộc các ngày ghi ở pham_vi; xóa mục ngay: 11 khỏi lich, việc ngày "
        "ấy giữ theo văn bản trước; văn bản thay cả lịch ngày ấy thì sửa thành pham_vi: [11, 14-16]"
    ]


def test_an_addition_joins_the_month(june: Path, agenda: Agenda) -> None:
    paper = document(june, "LỊCH BỔ SUNG CÔNG TÁC THÁNG 6 NĂM 2021", {"15": "Tiếp đoàn công tác"})
    run = agenda("import", paper)
    assert run.status == 0
    assert "tháng 6 năm 2021, bổ sung, tính là lần điều chỉnh 1: 1 việc, 1 ngày." in run.out
    path = june / "2021-06.dc1.yml"
    assert "\nthang: 2021-06\nbo_sung: true\nvan_ban:\n" in path.read_text("utf-8")
    assert {"Tiếp công dân", "Tiếp đoàn công tác", "Giao ban tuần"} <= items(june).keys()
    assert agenda("compare", paper, "2021-06").status == 0


def test_an_addition_that_repeats_items_is_doubted(june: Path, agenda: Agenda) -> None:
    rows = {"15": "Tiếp công dân", "16": "Tiếp đoàn công tác"}
    agenda("import", document(june, title("Bổ sung lần 1"), rows))
    path = june / "2021-06.dc1.yml"
    (doubt,) = review_comments(path)
    assert doubt.startswith("lịch bổ sung ghi lại việc đã có trong tháng, ở ngày 15/6; ")
    (line,) = re.findall(r"bằng dòng (pham_vi: \S+);", doubt)
    path.write_text(path.read_text("utf-8").replace("bo_sung: true", line), "utf-8")
    assert items(june)["Tiếp công dân"] == "c15"
    assert "Kiểm tra đề tài" not in items(june)


def test_single_skipped_days_are_acknowledged(june: Path, agenda: Agenda) -> None:
    rows = dict.fromkeys(["14", "16", "17", "22", "24"], "Họp")
    paper = document(june, title("Điều chỉnh lần 1, từ ngày 14/6 đến ngày 25/6/2021"), rows)
    run = agenda("import", paper)
    path = june / "2021-06.dc1.yml"
    assert "\npham_vi: 14-25\nkhong_neu: [15, 23]\nvan_ban:\n" in path.read_text("utf-8")
    missing = sorted(re.findall(r"thiếu \S+ \S+, (\d\d/6)", agenda("check").out))
    assert missing == ["18/6", "21/6", "25/6"]
    assert run.status == 0


def test_no_day_is_acknowledged_if_a_row_has_no_clear_day(june: Path, agenda: Agenda) -> None:
    rows = {"14": "Họp", "Thứ Hai 16/6": "Đi cơ sở"}
    agenda("import", document(june, title("Điều chỉnh từ ngày 14/6 đến ngày 16/6/2021"), rows))
    text = (june / "2021-06.dc1.yml").read_text("utf-8")
    assert "pham_vi: 14-16" in text
    assert "khong_neu" not in text


def test_a_second_amendment_takes_codes_and_marks_from_the_composed_month(
    june: Path, agenda: Agenda
) -> None:
    rows = {"14": "Họp Hội đồng khoa học", "15": "Gặp mặt doanh nghiệp"}
    agenda("import", document(june, title("Điều chỉnh lần 1, từ 14 - 16/6"), rows))
    between = items(june)
    assert between["Giao ban tuần"] == "c7"
    rows = {
        "7": "Giao ban tuần",
        "8": "Làm việc với hộ họ Bê về đất đai",
        "15": "Gặp mặt doanh nghiệp",
        "16": "Họp Hội đồng khoa học",
    }
    second = title("Điều chỉnh lần 2, các ngày 7, 8, 14, 15 và 16 tháng 6")
    run = agenda("import", document(june, second, rows, "b.docx"))
    path = june / "2021-06.dc2.yml"
    assert "pham_vi: [7-8, 14-16]" in path.read_text("utf-8")
    assert "họ Bê" not in path.read_text("utf-8")
    assert "nên bản này cũng ghi vậy" in run.out
    assert items(june) == {
        "Giao ban tuần": "c7",
        f"Làm việc với hộ {MARK} về đất đai": "c8",
        "Gặp mặt doanh nghiệp": between["Gặp mặt doanh nghiệp"],
        "Họp Hội đồng khoa học": "c14",
        "Tập huấn chuyển đổi số": "c21",
    }
    assert agenda("check").status == 0


def test_the_amendments_of_two_weeks_merge_into_one_file(june: Path, agenda: Agenda) -> None:
    def week(number: int, first: int) -> str:
        text = f"Lịch công tác tuần {number} (từ ngày {first}/6 đến {first + 4}/6) điều chỉnh lần 1"
        days = {f"{day}": "Họp" for day in range(first, first + 5) if day != first + 2}
        return document(june, text, days, f"{first}.docx")

    agenda("import", week(24, 14))
    assert agenda("import", week(25, 21), "--merge").status == 0
    text = (june / "2021-06.dc1.yml").read_text("utf-8")
    assert "\npham_vi: [14-18, 21-25]\nkhong_neu: [16, 23]\nvan_ban:\n" in text
    assert agenda("check").status == 0
    for number, first in ((24, 14), (25, 21)):
        assert agenda("compare", week(number, first), "2021-06").status == 0


def test_a_range_is_no_scope_of_a_first_document(agendas: Path, agenda: Agenda) -> None:
    text = "Lịch công tác tuần 24 (từ ngày 14/6 đến 18/6/2021)"
    paper = document(agendas, text, {"14": "Họp", "16": "Họp"})
    agenda("import", paper)
    assert "pham_vi" not in (agendas / "2021-06.yml").read_text("utf-8")
    agenda("import", paper, "--revision", "1")
    assert "pham_vi: 14-18\n" in (agendas / "2021-06.dc1.yml").read_text("utf-8")
