"""New names of the directory get codes in the file, and nothing else changes."""

from pathlib import Path

import pytest

from agenda.cli import main
from agenda.source.directory import read_directory
from agenda.source.writing.directory_codes import write_directory_codes
from agenda.source.yaml.problems import ProblemCollector

TEXT = """\
# Danh bạ
lanh_dao:
  # Giám đốc
  -  ten: Đỗ Khoa Văn
     chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]
  - {ma: an, ten: An}

co_quan:
  -  ten: Văn phòng
     viet_tat: [VP]
  - ma:
    ten: Phòng QLKH
nhom:
  - {ten: An}
  - {ten: Con}
"""
CODED = """\
# Danh bạ
lanh_dao:
  # Giám đốc
  -  ma: do-khoa-van
     ten: Đỗ Khoa Văn
     chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]
  - {ma: an, ten: An}

co_quan:
  -  ma: van-phong
     ten: Văn phòng
     viet_tat: [VP]
  - ma: phong-qlkh
    ten: Phòng QLKH
nhom:
  - {ma: an-2, ten: An}
  - {ma: con-2, ten: Con}
"""


def test_codes_come_from_the_names() -> None:
    assert write_directory_codes(TEXT) == CODED
    assert write_directory_codes(CODED) == CODED


def test_line_breaks_stay() -> None:
    assert write_directory_codes(TEXT.replace("\n", "\r\n")) == CODED.replace("\n", "\r\n")


def test_the_reader_uses_the_codes_that_are_written_later() -> None:
    collector = ProblemCollector("agendas/danh-ba.yml")
    directory = read_directory(TEXT, collector)
    assert directory == read_directory(CODED, ProblemCollector(""))
    assert [each.kind for each in collector.problems] == ["missing-code"]
    assert collector.problems[0].message.startswith("5 tên")


def test_a_file_with_an_error_stays_as_it_is() -> None:
    broken = TEXT + "khac: 1\n"
    assert write_directory_codes(broken) == broken


def test_a_former_code_is_not_given_to_another_name() -> None:
    text = "co_quan:\n- {ma: phong-a, ten: Phòng A, ten_cu: [phong-b]}\n- {ten: Phòng B}\n"
    assert "{ma: phong-b-2, ten: Phòng B}" in write_directory_codes(text)


def test_a_very_long_name_gets_a_code() -> None:
    text = "nhom:\n" + f"- {{ten: {'Ban chỉ đạo ' * 20}}}\n" * 2
    codes = [line.split(",")[0] for line in write_directory_codes(text).splitlines()[1:]]
    assert len({*codes}) == 2


def test_check_fix_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "agendas"
    folder.mkdir()
    (folder / "danh-ba.yml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--strict"]) == 1
    assert "chạy agenda check --fix" in capsys.readouterr().out
    assert main(["check", "--fix", "--strict"]) == 0, capsys.readouterr()
    assert (folder / "danh-ba.yml").read_text(encoding="utf-8") == CODED
