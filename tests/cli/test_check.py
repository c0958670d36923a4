"""`agenda check`: what it prints, what it writes and how it ends."""

import errno
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Agenda
from tests.project import MAY_2021

REFUSED = "không có quyền, hoặc tệp đang mở trong chương trình khác"
MONTH = """\
thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
lich:
  - {ngay: 1-31, ca_ngay: {ma: truc, noi_dung: Trực}}
"""
GOOD = MONTH + "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp}}\n"
UNCODED = MONTH + "  - {ngay: 4, sang: {noi_dung: Lễ chào cờ}}\n"
CODED = MONTH + "  - {ngay: 4, sang: {ma: gdmm, noi_dung: Lễ chào cờ}}\n"
WRONG = MONTH + "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp, gio: 8h3x}}\n"

UNCODED_LINE = (
    "agendas/2021-05.yml:5:21: cảnh báo: Ngày 4 › Sáng: 1 việc chưa có mã, bắt đầu từ đây; "
    "chạy agenda check --fix để ghi mã vào tệp\n"
    "    5 |   - {ngay: 4, sang: {noi_dung: Lễ chào cờ}}\n"
    "      |                     ^\n"
)
WRONG_LINE = (
    'agendas/2021-05.yml:5:50: lỗi: Ngày 4 › Sáng › Giờ: giờ "8h3x" không phải là giờ; '
    "viết như 08:30, hoặc 08:00-09:30 khi có giờ kết thúc\n"
    "    5 |   - {ngay: 4, sang: {ma: a1, noi_dung: Họp, gio: 8h3x}}\n"
    "      |                                                  ^^^^\n"
)


def write(folder: Path, text: str, name: str = "2021-05.yml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_good_agendas_pass(agendas: Path, agenda: Agenda) -> None:
    write(agendas, GOOD)
    run = agenda("check")
    assert (run.status, run.out, run.err) == (
        0,
        "1 tháng, 2 việc: 0 lỗi, 0 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n",
        "",
    )


def test_no_agendas_pass(agendas: Path, agenda: Agenda) -> None:
    assert agendas.is_dir()
    assert agenda("check").out == (
        "0 tháng, 0 việc: 0 lỗi, 0 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n"
    )


def test_errors_fail(agendas: Path, agenda: Agenda) -> None:
    write(agendas, WRONG)
    run = agenda("check")
    assert (run.status, run.out, run.err) == (
        1,
        WRONG_LINE + "1 tháng, 2 việc: 1 lỗi, 0 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n",
        "",
    )


def test_warnings_fail_only_when_strict(agendas: Path, agenda: Agenda) -> None:
    write(agendas, UNCODED)
    printed = UNCODED_LINE + "1 tháng, 2 việc: 0 lỗi, 1 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n"
    assert (agenda("check").status, agenda("check").out) == (0, printed)
    assert (agenda("check", "--strict").status, agenda("check", "--strict").out) == (1, printed)


def test_doubts_never_fail(agendas: Path, agenda: Agenda) -> None:
    shutil.copytree(MAY_2021, agendas, dirs_exist_ok=True)
    run = agenda("check", "--strict", "agendas/2021-05.yml")
    assert (run.status, run.out.splitlines()[-1], run.err) == (
        0,
        "1 tệp: 0 lỗi, 0 cảnh báo, 1 chỗ còn ngờ đã ghi nhận.",
        "",
    )


def test_only_the_files_asked_for_are_reported(agendas: Path, agenda: Agenda) -> None:
    write(agendas, WRONG)
    good = write(agendas, GOOD, "2021-05.dc1.yml")
    names = write(agendas, "lanh_dao: []\n", "danh-ba.yml")
    run = agenda("check", str(good), str(names))
    assert (run.status, run.out) == (
        0,
        "2 tệp: 0 lỗi, 0 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n",
    )
    assert agenda("check", "agendas/2021-05.yml").out.startswith(WRONG_LINE)
    assert agenda("check", "agendas/2021-05.yml", str(good)).status == 1


def test_a_file_is_read_against_the_directory_beside_it(agendas: Path, agenda: Agenda) -> None:
    write(agendas, "nhom: [{ma: so, ten: Sở}]\n", "danh-ba.yml")
    named = write(agendas, GOOD.replace("noi_dung: Họp", "noi_dung: Họp, lanh_dao: Sở"))
    assert agenda("check", "--strict", str(named)).status == 0


def test_a_misnamed_file_is_reported_when_asked_for(agendas: Path, agenda: Agenda) -> None:
    write(agendas, GOOD, "2021-5.yml")
    run = agenda("check", "agendas/2021-5.yml")
    assert run.out == (
        'agendas/2021-5.yml:1:1: cảnh báo: tên tệp "2021-5.yml" không đúng, nên tệp này không '
        "được đọc; đổi tên thành 2021-05.yml\n"
        "1 tệp: 0 lỗi, 1 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n"
    )


def test_json_is_for_programs(agendas: Path, agenda: Agenda) -> None:
    write(agendas, WRONG)
    run = agenda("check", "--json")
    assert (run.status, run.err) == (1, "")
    assert json.loads(run.out) == [
        {
            "file": "agendas/2021-05.yml",
            "line": 5,
            "column": 50,
            "severity": "error",
            "kind": "bad-time",
            "field": "Ngày 4 › Sáng › Giờ",
            "value": "8h3x",
            "message": 'giờ "8h3x" không phải là giờ',
            "remedy": "viết như 08:30, hoặc 08:00-09:30 khi có giờ kết thúc",
        }
    ]


def test_json_without_problems_is_an_empty_list(agendas: Path, agenda: Agenda) -> None:
    write(agendas, GOOD)
    run = agenda("check", "--json")
    assert (run.status, json.loads(run.out)) == (0, [])


def test_json_names_every_severity(agendas: Path, agenda: Agenda) -> None:
    write(agendas, UNCODED)
    assert [row["severity"] for row in json.loads(agenda("check", "--json").out)] == ["warning"]
    shutil.copytree(MAY_2021, agendas, dirs_exist_ok=True)
    assert [row["severity"] for row in json.loads(agenda("check", "--json").out)] == ["note"]


def test_fix_writes_the_codes_and_says_so(agendas: Path, agenda: Agenda) -> None:
    path = write(agendas, UNCODED)
    run = agenda("check", "--fix", "--strict")
    assert (run.status, run.err) == (0, "Đã ghi mã vào agendas/2021-05.yml.\n")
    assert run.out == "1 tháng, 2 việc: 0 lỗi, 0 cảnh báo, 0 chỗ còn ngờ đã ghi nhận.\n"
    assert path.read_text("utf-8") == CODED
    assert agenda("check", "--fix").err == ""


def test_fix_keeps_to_the_files_asked_for(agendas: Path, agenda: Agenda) -> None:
    path = write(agendas, UNCODED)
    write(agendas, UNCODED, "2021-05.dc1.yml")
    assert agenda("check", "--fix", "agendas/2021-05.dc1.yml").err == (
        "Đã ghi mã vào agendas/2021-05.dc1.yml.\n"
    )
    assert path.read_text("utf-8") == UNCODED


def test_fix_with_json_prints_nothing_but_json(agendas: Path, agenda: Agenda) -> None:
    write(agendas, UNCODED)
    assert json.loads(agenda("check", "--fix", "--json").out) == []


def test_fix_writes_nothing_while_there_are_errors(agendas: Path, agenda: Agenda) -> None:
    path = write(agendas, UNCODED)
    write(agendas, "x: 1\n", "danh-ba.yml")
    run = agenda("check", "--fix")
    assert (run.status, run.err) == (1, "Chưa ghi mã: hãy sửa các lỗi trước.\n")
    assert path.read_text("utf-8") == UNCODED


def test_fix_fails_where_codes_cannot_be_written(agendas: Path, agenda: Agenda) -> None:
    text = MONTH + "  - ngay: 4\n    ? sang  # b: c\n    : Họp\n"
    path = write(agendas, text)
    run = agenda("check", "--fix")
    assert (run.status, run.err) == (
        1,
        "Không ghi được mã vào agendas/2021-05.yml: hãy viết mỗi việc ở một dòng.\n",
    )
    assert path.read_text("utf-8") == text


def test_fix_says_when_the_folder_refuses(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(agendas, UNCODED)

    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "x")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    run = agenda("check", "--fix")
    assert (run.status, run.out, run.err) == (
        1,
        "",
        f"Lỗi: không đọc hoặc ghi được {path}: {REFUSED}.\n",
    )
    assert path.read_text("utf-8") == UNCODED


@pytest.mark.parametrize("inside", ["agendas", "agendas/tep", "docs/huong-dan", "."])
def test_it_works_from_every_folder_below(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    write(agendas, WRONG)
    below = agendas.parent / inside
    below.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(below)
    assert agenda("check").out.startswith(WRONG_LINE)


def test_files_are_named_from_where_one_stands(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(agendas, WRONG)
    monkeypatch.chdir(agendas)
    assert agenda("check", "2021-05.yml").out.startswith(WRONG_LINE)


@pytest.mark.parametrize("copied_above", [False, True])
def test_a_copied_code_is_replaced_on_the_copy(
    copied_above: bool, agendas: Path, agenda: Agenda
) -> None:
    """Test with a copy of an item whose words were changed, below the item or above it."""
    head = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich:\n"
    rest = "- {ngay: 5-31, nghi: Nghỉ}\n- {ngay: 1-3, nghi: Nghỉ}\n"
    file = agendas / "2021-05.yml"
    file.write_text(f"{head}- {{ngay: 4, sang: Chào cờ}}\n{rest}", encoding="utf-8")
    assert agenda("check", "--fix").status == 0
    (line,) = (line for line in file.read_text(encoding="utf-8").split("\n") if "Chào cờ" in line)
    item = line.partition("sang: ")[2].removesuffix("}")
    copy = item.replace("Chào cờ", "Họp chi bộ")
    both = f"{copy}, {item}" if copied_above else f"{item}, {copy}"
    file.write_text(f"{head}- {{ngay: 4, sang: [{both}]}}\n{rest}", encoding="utf-8")
    assert "chạy agenda check --fix" in agenda("check").out
    assert agenda("check", "--fix").status == 0
    assert agenda("check").status == 0
    assert item in file.read_text(encoding="utf-8")
    assert copy not in file.read_text(encoding="utf-8")


def test_a_copied_code_stays_with_the_item_of_the_earlier_document(
    agendas: Path, agenda: Agenda
) -> None:
    head = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich:\n"
    rest = "- {ngay: 5-31, nghi: Nghỉ}\n- {ngay: 1-3, nghi: Nghỉ}\n"
    (agendas / "2021-05.yml").write_text(
        f"{head}- {{ngay: 4, sang: {{ma: a1, noi_dung: Chào cờ}}}}\n{rest}", encoding="utf-8"
    )
    amended = agendas / "2021-05.dc1.yml"
    copies = "{ma: a1, noi_dung: Họp chi bộ}, {ma: a1, noi_dung: Chào cờ đầu tháng}"
    amended.write_text(f"{head}- {{ngay: 4, sang: [{copies}]}}\n{rest}", encoding="utf-8")
    assert agenda("check", "--fix").status == 0
    assert "{ma: a1, noi_dung: Chào cờ đầu tháng}" in amended.read_text(encoding="utf-8")


def test_a_code_that_is_none_is_replaced(agendas: Path, agenda: Agenda) -> None:
    file = agendas / "2021-05.yml"
    file.write_text(
        "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich:\n"
        "- {ngay: 1-31, ca_ngay: {ma: Họp 1, noi_dung: Chào cờ}} # giữ\n",
        encoding="utf-8",
    )
    assert "chạy agenda check --fix" in agenda("check").out
    assert agenda("check", "--fix").status == 0
    assert "Họp 1" not in file.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8").endswith("# giữ\n")


def test_comments_of_an_import_are_removed_when_they_were_reviewed(
    agendas: Path, agenda: Agenda
) -> None:
    head = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich:\n"
    entry = "- {ngay: 1-31, nghi: Nghỉ} # giữ\n"
    reviewed = "# kiểm tra: một\n#   hai\n"
    for name in ("2021-05.yml", "2021-05.dc1.yml"):
        (agendas / name).write_bytes(f"\ufeff{head}{reviewed}{entry}".encode())
    assert agenda("check", "--strict").status == 1
    run = agenda("check", "--strict", "--reviewed", "agendas/2021-05.dc1.yml")
    assert run.status == 0
    assert run.err == "Đã xóa 1 ghi chú # kiểm tra: trong agendas/2021-05.dc1.yml.\n"
    assert (agendas / "2021-05.dc1.yml").read_bytes() == f"\ufeff{head}{entry}".encode()
    assert reviewed.encode() in (agendas / "2021-05.yml").read_bytes()
    assert agenda("check", "--strict", "--reviewed").status == 0
