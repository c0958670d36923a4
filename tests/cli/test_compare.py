"""`agenda compare` compares a published month with its document."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Agenda
from tests.cli.test_import import ROWS, paper

SAME = (
    "agendas/2021-05.yml và văn bản (tháng 5 năm 2021, 4 việc): như nhau; 0 chỗ đã hiệu đính, "
    "0 chỗ không công bố, 0 chỗ chỉ khác dấu cách, dấu nháy hay gạch nối.\n"
)


@pytest.fixture
def imported(agendas: Path, agenda: Agenda) -> Path:
    """Import a month and return its file."""
    agenda("import", paper(agendas.parent))
    return agendas / "2021-05.yml"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_was_just_imported_is_the_same(imported: Path, agenda: Agenda) -> None:
    run = agenda("compare", paper(imported.parents[1]), "2021-05")
    assert (run.status, run.out, run.err) == (0, SAME, "")


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        (
            "noi_dung: Họp A",
            "noi_dung: Họp A2",
            'ngày 04/5, chiều: "Họp A": nội dung: văn bản ghi "Họp A", trang ghi "Họp A2"',
        ),
        (
            "chuan_bi: P.X",
            "chuan_bi: P.Y",
            'ngày 04/5, chiều: "Duyệt B": cơ quan chuẩn bị: văn bản ghi "P.X", trang ghi "P.Y"',
        ),
        (
            "  - ngay: 5\n    sang:",
            "  - ngay: 5\n    chieu:",
            'ngày 05/5, sáng: "Đi cơ sở": trang ghi ngày 05/5, chiều',
        ),
        (
            "so: 7/CTr-SKHCN",
            "so: 8/CTr-SKHCN",
            'số văn bản: văn bản ghi "7/CTr-SKHCN", trang ghi "8/CTr-SKHCN"',
        ),
        (
            "ngay_ban_hanh: 2021-05-04",
            "ngay_ban_hanh: 2021-05-05",
            "ngày ký: văn bản ghi 04/5/2021, trang ghi 05/5/2021",
        ),
        ("  - Lưu VT", "  - Lưu VP", 'nơi nhận, đoạn 1: văn bản ghi "Lưu VT", trang ghi "Lưu VP"'),
    ],
)
def test_each_difference_is_told(
    imported: Path, agenda: Agenda, old: str, new: str, difference: str
) -> None:
    rewrite(imported, old, new)
    run = agenda("compare", paper(imported.parents[1]), "2021-05")
    assert (run.status, run.out.splitlines()[:-1]) == (1, [difference])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("noi_dung: Duyệt B", 'noi_dung: "Duyệt [không công bố]"'),
        ("noi_dung: Duyệt B", 'noi_dung: "[không công bố]"'),
        ("chuan_bi: P.X", 'chuan_bi: "[không công bố]"'),
    ],
)
def test_withheld_words_are_declared(imported: Path, agenda: Agenda, old: str, new: str) -> None:
    rewrite(imported, old, new)
    run = agenda("compare", paper(imported.parents[1]), "2021-05")
    assert (run.status, run.out) == (
        0,
        SAME.replace("0 chỗ không công bố", "1 chỗ không công bố"),
    )


def test_other_words_beside_withheld_ones_are_a_difference(imported: Path, agenda: Agenda) -> None:
    rewrite(imported, "noi_dung: Duyệt B", 'noi_dung: "Duyệt xong [không công bố]"')
    run = agenda("compare", paper(imported.parents[1]), "2021-05")
    assert run.status == 1
    assert 'thừa trên trang: ngày 04/5, chiều: "Duyệt xong [không công bố]"' in run.out


def test_what_is_missing_and_what_is_too_much_is_told(imported: Path, agenda: Agenda) -> None:
    rows = [ROWS[0], ["6", "<u>Sáng:</u> Tiếp công dân", "VP", ""]]
    run = agenda("compare", paper(imported.parents[1], rows), "2021-05")
    assert (run.status, run.out.splitlines()[:-1]) == (
        1,
        [
            'thiếu trên trang: ngày 06/5, sáng: "Tiếp công dân"',
            'thừa trên trang: ngày 05/5, sáng: "Đi cơ sở"',
        ],
    )


def test_another_order_is_told(imported: Path, agenda: Agenda) -> None:
    rows = [
        [
            *ROWS[0][:1],
            ROWS[0][1].replace("Họp A\n- Duyệt B", "Duyệt B\n- Họp A"),
            "VP\nP.X\nVP",
            "Đ/c An GĐ",
        ],
        ROWS[1],
    ]
    run = agenda("compare", paper(imported.parents[1], rows), "2021-05")
    assert (run.status, run.out.splitlines()[:-1]) == (
        1,
        ['ngày 04/5, chiều: "Họp A": khác thứ tự trên trang'],
    )


def test_declared_corrections_and_typography_are_counted(imported: Path, agenda: Agenda) -> None:
    rewrite(imported, "noi_dung: Duyệt B", "noi_dung: Duyệt B-C")
    rewrite(imported, "noi_dung: Đi cơ sở", "noi_dung: Đi kiểm tra cơ sở")
    with imported.open("a", encoding="utf-8") as file:
        file.write(
            "hieu_dinh:\n  - {ngay: 5, nguyen_van: Đi cơ sở, sua_thanh: Đi kiểm tra cơ sở}\n"
        )
    rows = [[*ROWS[0][:1], ROWS[0][1].replace("Duyệt B", "Duyệt B – C"), *ROWS[0][2:]], ROWS[1]]
    run = agenda("compare", paper(imported.parents[1], rows), "2021-05")
    assert (run.status, run.out) == (
        0,
        "đã hiệu đính: Đi cơ sở → Đi kiểm tra cơ sở\n"
        + SAME.replace("0 chỗ đã", "1 chỗ đã").replace("0 chỗ chỉ", "1 chỗ chỉ"),
    )


def test_a_revision_is_compared_with_its_own_file(imported: Path, agenda: Agenda) -> None:
    amended = paper(imported.parents[1], title="THÁNG 5 NĂM 2021 (ĐIỀU CHỈNH LẦN 1)", name="b.docx")
    run = agenda("compare", amended, "2021-05")
    assert (run.status, run.err) == (
        1,
        "Lỗi: trong agendas không có tháng 5 năm 2021 điều chỉnh lần 1.\n",
    )
    agenda("import", amended)
    assert agenda("compare", amended, "2021-05").out == SAME.replace("05.yml", "05.dc1.yml")


def test_a_revision_that_the_title_does_not_tell_is_named(imported: Path, agenda: Agenda) -> None:
    untold = paper(imported.parents[1], ROWS[:1])
    agenda("import", untold, "--revision", "2")
    (imported.parent / "2021-05.dc1.yml").write_text(imported.read_text("utf-8"), "utf-8")
    run = agenda("compare", untold, "2021-05", "--revision", "2")
    assert (run.status, run.out) == (
        0,
        SAME.replace("05.yml", "05.dc2.yml").replace("4 việc", "3 việc"),
    )
    assert agenda("compare", untold, "2021-05").status == 1


def test_the_revision_named_comes_before_that_of_the_title(imported: Path, agenda: Agenda) -> None:
    amended = paper(imported.parents[1], title="THÁNG 5 NĂM 2021 (ĐIỀU CHỈNH)", name="b.docx")
    assert agenda("compare", amended, "2021-05", "--revision", "0").out == SAME
    run = agenda("compare", amended, "2021-05", "--revision", "3")
    assert (run.status, run.err) == (
        1,
        "Lỗi: trong agendas không có tháng 5 năm 2021 điều chỉnh lần 3.\n",
    )


def test_another_month_is_told(imported: Path, agenda: Agenda) -> None:
    run = agenda("compare", paper(imported.parents[1]), "2021-06")
    assert (run.status, run.err) == (
        1,
        "Lỗi: văn bản là của tháng 5 năm 2021, không phải tháng 6 năm 2021.\n",
    )


def test_json_has_the_same(imported: Path, agenda: Agenda) -> None:
    rewrite(imported, "chuan_bi: P.X", "chuan_bi: P.Y")
    run = agenda("compare", paper(imported.parents[1]), "2021-05", "--json")
    assert json.loads(run.out) == {
        "file": "agendas/2021-05.yml",
        "items": 4,
        "differences": [
            'ngày 04/5, chiều: "Duyệt B": cơ quan chuẩn bị: văn bản ghi "P.X", trang ghi "P.Y"'
        ],
        "corrected": [],
        "withheld": 0,
        "typographic": 0,
    }


@pytest.mark.parametrize(
    "arguments",
    [["a.docx"], ["a.docx", "thang-5"], ["a.docx", "2021-05", "--revision", "hai"]],
)
def test_a_wrong_use_is_told(agendas: Path, agenda: Agenda, arguments: list[str]) -> None:
    assert agenda("compare", *arguments).status == 2
    assert list(agendas.iterdir()) == []
