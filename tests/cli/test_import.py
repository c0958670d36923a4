"""`agenda import` turns a signed file into a month for a person to review."""

import io
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from agenda.source.folder import load_agenda
from tests.cli.conftest import Agenda
from tests.importer.documents.docx_builder import build_docx

HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
DATED = {"sides": ["UBND TỈNH\nSỞ KHCN\nSố: 7/CTr-SKHCN", "Hà Tĩnh, ngày 04 tháng 5 năm 2021"]}
ROWS = [
    ["4", "<u>Sáng:</u> Lễ chào cờ\n<u>Chiều:</u> - Họp A\n- Duyệt B", "VP\nVP\nP.X", "Đ/c An GĐ"],
    ["5", "<u>Sáng:</u> Đi cơ sở", "VP", "Lãnh đạo Sở"],
]


def paper(
    folder: Path,
    rows: list[list[str]] = ROWS,
    title: str = "THÁNG 5 NĂM 2021",
    name: str = "a.docx",
) -> str:
    blocks: list[dict[str, Any]] = [
        DATED,
        {"p": f"CHƯƠNG TRÌNH CÔNG TÁC {title}"},
        {"table": [HEAD, *rows]},
        {"sides": ["Nơi nhận:\n- Lưu VT.", "GIÁM ĐỐC\n\nTrần Văn An"]},
    ]
    return str(build_docx(blocks, folder / name))


def test_a_document_becomes_the_file_of_its_month(agendas: Path, agenda: Agenda) -> None:
    run = agenda("import", paper(agendas.parent))
    assert (run.status, run.err) == (0, "")
    assert (
        (agendas / "2021-05.yml")
        .read_text("utf-8")
        .startswith(
            """\
# yaml-language-server: $schema=../docs/du-lieu/agenda.schema.json
thang: 2021-05
van_ban:
  so: 7/CTr-SKHCN
  noi_ban_hanh: Hà Tĩnh
  ngay_ban_hanh: 2021-05-04
  nguoi_ky: Trần Văn An
  chuc_vu: Giám đốc

lich:
  - ngay: 4
    sang:
      # kiểm tra: cột Lãnh đạo Sở: ghi một lần, tính cho tất cả các việc bên cạnh (bảng 2, hàng
      #   2)
      - ma: """
        )
    )
    assert run.out.startswith("a.docx: tháng 5 năm 2021: 4 việc, 2 ngày.\n\nCần xem (1 chỗ):\n")
    assert run.out.endswith(
        "\nĐã ghi agendas/2021-05.yml. Xem lại các dòng # kiểm tra:, rồi chạy: "
        "agenda check --reviewed\n"
    )


def test_what_is_written_passes_the_check_with_a_code_for_each_item(
    agendas: Path, agenda: Agenda
) -> None:
    agenda("import", paper(agendas.parent))
    reading = load_agenda(agendas)
    assert not reading.failed
    (month,) = reading.agenda.months
    assert [item.text for item in month.items] == ["Lễ chào cờ", "Họp A", "Duyệt B", "Đi cơ sở"]
    assert len({item.code for item in month.items if item.code}) == 4


def test_what_the_check_warns_of_stands_at_its_line_once(agendas: Path, agenda: Agenda) -> None:
    run = agenda("import", paper(agendas.parent))
    written = (agendas / "2021-05.yml").read_text("utf-8")
    assert written.count('# kiểm tra: danh bạ không có "VP"') == 1
    (line,) = [line for line in run.out.splitlines() if '"P.X"' in line and "2021-05.yml" in line]
    number = int(line.split(":")[1])
    assert written.splitlines()[number - 1] == "        chuan_bi: P.X"


def test_a_file_that_is_there_is_never_overwritten_unasked(agendas: Path, agenda: Agenda) -> None:
    agenda("import", paper(agendas.parent))
    path = agendas / "2021-05.yml"
    before = path.read_bytes()
    changed = paper(agendas.parent, [ROWS[0], ["5", "<u>Sáng:</u> Đi huyện X", "VP", ""]])
    run = agenda("import", changed)
    assert run.status == 1
    assert "-        noi_dung: Đi cơ sở\n" in run.out
    assert "+        noi_dung: Đi huyện X\n" in run.out
    assert run.err == (
        "\nĐã có agendas/2021-05.yml, không ghi đè. Dùng --force để thay bằng bản trên, --revision "
        "nếu đây là bản điều chỉnh, hoặc --merge để chỉ thêm những ngày chưa có.\n"
    )
    assert path.read_bytes() == before


def test_importing_the_same_again_changes_nothing(agendas: Path, agenda: Agenda) -> None:
    agenda("import", paper(agendas.parent))
    before = (agendas / "2021-05.yml").read_bytes()
    assert agenda("import", paper(agendas.parent)).status == 0
    assert (agendas / "2021-05.yml").read_bytes() == before


def test_forced_over_a_file_items_keep_their_codes(agendas: Path, agenda: Agenda) -> None:
    agenda("import", paper(agendas.parent))
    path = agendas / "2021-05.yml"
    path.write_text(path.read_text("utf-8").replace("ma: ", "ma: x"), "utf-8")
    codes = {item.text: item.code for item in load_agenda(agendas).agenda.items}
    rows = [ROWS[0], ["6", "<u>Chiều:</u> Đi cơ sở", "VP", ""]]
    assert agenda("import", paper(agendas.parent, rows), "--force").status == 0
    assert {item.text: item.code for item in load_agenda(agendas).agenda.items} == codes


def test_a_revision_goes_beside_its_month_and_keeps_the_codes(
    agendas: Path, agenda: Agenda
) -> None:
    agenda("import", paper(agendas.parent))
    rows = [ROWS[0], ["5", "<u>Chiều:</u> Đi cơ sở", "VP", "Lãnh đạo Sở"]]
    amended = paper(agendas.parent, rows, "THÁNG 5 NĂM 2021 (ĐIỀU CHỈNH LẦN 1)", "b.docx")
    assert agenda("import", amended).status == 0
    (month,) = load_agenda(agendas).agenda.months
    first, second = month.revisions
    assert second.source == "agendas/2021-05.dc1.yml"
    assert [item.code for item in second.items] == [item.code for item in first.items]


def test_the_number_of_a_revision_can_be_given(agendas: Path, agenda: Agenda) -> None:
    agenda("import", paper(agendas.parent))
    assert agenda("import", paper(agendas.parent), "--revision", "1").status == 0
    assert (agendas / "2021-05.dc1.yml").is_file()


def test_the_file_can_be_named(agendas: Path, agenda: Agenda) -> None:
    run = agenda("import", paper(agendas.parent, title=""), "-o", "agendas/2021-05.yml")
    assert run.status == 0
    assert (agendas / "2021-05.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["-o", "agendas/thang5.yml"],
            "thang5.yml không phải tên tệp tháng, hãy viết như agendas/2021-05.yml",
        ),
        (["-o", "nowhere/2021-05.yml"], "không có thư mục nowhere"),
        (["-o", "agendas/2021-06.yml"], "văn bản là của tháng 2021-05, không phải 2021-06"),
        (
            ["-o", "agendas/2021-05.dc1.yml", "--revision", "2"],
            "2021-05.dc1.yml không phải là tệp của lần điều chỉnh 2",
        ),
        (["--revision", "hai"], '"hai" không phải là lần điều chỉnh, hãy viết số như 2'),
        (["--merge", "--force"], "chỉ dùng một trong hai tùy chọn --merge và --force"),
    ],
)
def test_a_wrong_use_is_told(
    agendas: Path, agenda: Agenda, arguments: list[str], message: str
) -> None:
    run = agenda("import", paper(agendas.parent), *arguments)
    assert (run.status, run.err.splitlines()[0]) == (2, f"Lỗi: {message}.")
    assert list(agendas.iterdir()) == []


def test_a_file_that_is_no_agenda_is_refused(agendas: Path, agenda: Agenda) -> None:
    path = build_docx([{"p": "Thông báo nghỉ lễ"}], agendas.parent / "a.docx")
    run = agenda("import", str(path))
    assert (run.status, run.out, run.err) == (
        1,
        "",
        "Lỗi: không thấy lịch công tác trong văn bản; cần một bảng có cột ngày và cột nội dung, "
        "hoặc một danh sách theo từng ngày.\n",
    )


@pytest.mark.usefixtures("agendas")
def test_a_missing_file_is_told(agenda: Agenda) -> None:
    run = agenda("import", "khong-co.docx")
    assert (run.status, run.err) == (
        1,
        "Lỗi: không có tệp khong-co.docx; hãy kiểm tra lại đường dẫn.\n",
    )


def test_everything_is_told_as_json_with_the_raw_cells(agendas: Path, agenda: Agenda) -> None:
    run = agenda("import", paper(agendas.parent), "--json")
    told = json.loads(run.out)
    assert told["written"] is True
    (file,) = told["files"]
    assert (file["name"], file["items"]) == ("2021-05.yml", 4)
    assert file["text"] == (agendas / "2021-05.yml").read_text("utf-8")
    assert {diagnostic["weight"] for diagnostic in told["remarks"]} == {"doubt", "inference"}
    assert told["document"][2][1][2] == "VP\nVP\nP.X"


def week(folder: Path, first: int, name: str) -> str:
    blocks: list[dict[str, Any]] = [
        DATED,
        {"p": f"LỊCH CÔNG TÁC\nTuần (từ {first}/5 đến {first + 4}/5/2021)"},
        {
            "table": [
                ["Thứ", "Buổi", "Nội dung"],
                ["Hai", "Sáng", f"Giao ban {first}"],
                ["Ba", "Chiều", "Họp"],
            ]
        },
    ]
    return str(build_docx(blocks, folder / name))


def test_weeks_are_merged_into_their_month(agendas: Path, agenda: Agenda) -> None:
    assert agenda("import", week(agendas.parent, 17, "b.docx")).status == 0
    path = agendas / "2021-05.yml"
    path.write_text(
        path.read_text("utf-8").replace("  - ngay: 17", "  # giữ\n  - ngay: 17"), "utf-8"
    )
    run = agenda("import", week(agendas.parent, 10, "a.docx"), "--merge")
    assert (run.status, run.err) == (0, "")
    (month,) = load_agenda(agendas).agenda.months
    assert [item.text for item in month.items] == ["Giao ban 10", "Họp", "Giao ban 17", "Họp"]
    assert "  # giữ\n  - ngay: 17\n" in path.read_text("utf-8")
    assert "thiếu" not in run.out
    assert len({item.code for item in month.items}) == 4


def test_a_day_that_stands_otherwise_is_not_merged(agendas: Path, agenda: Agenda) -> None:
    agenda("import", week(agendas.parent, 17, "b.docx"))
    path = agendas / "2021-05.yml"
    path.write_text(path.read_text("utf-8").replace("Giao ban 17", "Giao ban"), "utf-8")
    before = path.read_bytes()
    run = agenda("import", week(agendas.parent, 17, "b.docx"), "--merge")
    assert (run.status, run.err) == (
        1,
        "Lỗi: ngày 17 đã có trong tệp với nội dung khác; hãy xóa những ngày đó trong tệp rồi chạy "
        "lại, hoặc sửa bằng tay.\n",
    )
    assert path.read_bytes() == before


def test_a_week_across_two_months_goes_into_both(agendas: Path, agenda: Agenda) -> None:
    blocks: list[dict[str, Any]] = [
        DATED,
        {"p": "LỊCH CÔNG TÁC\nTuần 22 (từ 31/5 đến 04/6/2021)"},
        {"table": [["Thứ", "Nội dung"], ["Hai", "Giao ban"], ["Ba", "Họp"]]},
    ]
    assert agenda("import", str(build_docx(blocks, agendas.parent / "a.docx"))).status == 0
    months = load_agenda(agendas).agenda.months
    assert [(str(m.month), [i.text for i in m.items]) for m in months] == [
        ("2021-05", ["Giao ban"]),
        ("2021-06", ["Họp"]),
    ]


def test_a_paper_without_a_date_leaves_it_to_be_filled_in(agendas: Path, agenda: Agenda) -> None:
    blocks: list[dict[str, Any]] = [
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"},
        {"table": [["Ngày", "Nội dung"], ["4", "Sáng: Giao ban"]]},
    ]
    run = agenda("import", str(build_docx(blocks, agendas.parent / "a.docx")))
    written = (agendas / "2021-05.yml").read_text("utf-8")
    assert run.status == 1
    assert (
        "  # kiểm tra: văn bản không ghi ngày ký; hãy điền năm-tháng-ngày\n  ngay_ban_hanh:\n"
        in written
    )
    assert "- ma: " in written
    assert '"ngay_ban_hanh" (Ngày ban hành) để trống' in run.out


def test_what_was_done_to_the_text_is_told(agendas: Path, agenda: Agenda) -> None:
    rows = [["4", unicodedata.normalize("NFD", "<u>Sáng:</u> Lễ chào cờ"), "VP", ""]]
    run = agenda("import", paper(agendas.parent, rows))
    assert "Lễ chào cờ" in (agendas / "2021-05.yml").read_text("utf-8")
    first, note, *_ = run.out.splitlines()
    assert first == "a.docx: tháng 5 năm 2021: 1 việc, 1 ngày."
    assert "đã chuyển sang dạng dựng sẵn" in note


def test_a_text_is_read_from_the_standard_input(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"
    text = f"{title}\nNgày\tNội dung công việc\n4\tHọp A\n5\tHọp B\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    run = agenda("import", "-")
    assert run.err == ""
    assert run.out.startswith("đầu vào chuẩn: tháng 5 năm 2021: 2 việc, 2 ngày.")
    (month,) = load_agenda(agendas).agenda.months
    assert [item.text for item in month.items] == ["Họp A", "Họp B"]
    refused = agenda("import", "-")
    assert refused.err == "Lỗi: đầu vào chuẩn rỗng; hãy xin lại tệp gốc.\n"
