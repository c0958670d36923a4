"""`agenda changes` tells what an amendment changes, and what it was told by."""

import json
from pathlib import Path

import pytest

from agenda.cli import main

HEAD = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\n"


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    write(
        folder / "2021-05.yml",
        "luu_y: Có thể thay đổi\nlich:\n"
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp giao ban, gio: 8h},"
        " {ma: b2, noi_dung: Lễ chào cờ}]}\n"
        "- {ngay: 5, chieu: [{ma: b3, noi_dung: Duyệt phát hành Bản tin}]}\n",
    )
    write(
        folder / "2021-05.dc1.yml",
        "lich:\n- {ngay: 4, sang: [{ma: b1, noi_dung: Họp giao ban, gio: 8h30}]}\n"
        "- {ngay: 7, nghi: Nghỉ bù}\n"
        "- {ngay: 6, chieu: [Duyệt phát hành Bản tin số 4, {ma: c1, noi_dung: Tiếp khách}]}\n",
    )
    return folder


def write(path: Path, body: str) -> None:
    path.write_text(HEAD + body, encoding="utf-8")


@pytest.mark.usefixtures("agendas")
def test_everything_that_changed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "2021-05"]) == 0
    assert capsys.readouterr().out == (
        "agendas/2021-05.dc1.yml: điều chỉnh lần 1, ký 04/5/2021, so với agendas/2021-05.yml:\n"
        "  Đổi (2):\n"
        '    b1  "Họp giao ban" (sáng Thứ Ba, 04/5)\n'
        "      Giờ: 08:00 → 08:30\n"
        '    b3  "Duyệt phát hành Bản tin số 4" (chiều Thứ Năm, 06/5)\n'
        "      Ngày: Thứ Tư, 05/5 → Thứ Năm, 06/5\n"
        "      Nội dung công việc: Duyệt phát hành Bản tin → Duyệt phát hành Bản tin số 4\n"
        "  Mới (1):\n"
        '    c1  "Tiếp khách" (chiều Thứ Năm, 06/5)\n'
        "  Không còn (1):\n"
        '    b2  "Lễ chào cờ" (sáng Thứ Ba, 04/5)\n'
        "  Chữ ghi ở ngày (1):\n"
        "    07/5/2021: (không ghi) → Nghỉ bù\n"
        "  Phần chung (1):\n"
        "    Lưu ý\n"
        "      bỏ: Có thể thay đổi\n"
        "  Cần xem lại (1):\n"
        '    việc "Duyệt phát hành Bản tin số 4" (chiều Thứ Năm, 06/5) được coi là việc '
        '"Duyệt phát hành Bản tin" (chiều Thứ Tư, 05/5) của bản trước, chữ giống 91%; nếu không '
        "phải, ghi ma của đúng việc, hoặc một mã mới\n"
    )


@pytest.mark.usefixtures("agendas")
def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "2021-05", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert [(each["code"], each["basis"]) for each in row["changed"]] == [
        ("b1", "code"),
        ("b3", "likeness"),
    ]
    assert row["changed"][0]["differences"] == [
        {"field": "gio", "before": "08:00", "after": "08:30"}
    ]
    assert [each["code"] for each in row["added"] + row["dropped"]] == ["c1", "b2"]
    assert [each["code"] for each in row["doubtful"]] == ["b3"]


def test_writing_codes_pins_what_was_matched_and_says_so(
    agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--fix"]) == 0
    assert "agendas/2021-05.dc1.yml: xem lại: việc" in capsys.readouterr().err
    assert "ma: b3" in (agendas / "2021-05.dc1.yml").read_text(encoding="utf-8")
    assert main(["changes", "2021-05"]) == 0
    assert "Cần xem lại" not in capsys.readouterr().out


@pytest.mark.usefixtures("agendas")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["changes", "2021-06"], 1, "Chưa có chương trình tháng 6 năm 2021."),
        (["changes", "5/2021"], 2, '"5/2021" không phải là tháng'),
        (["changes"], 2, "thiếu THÁNG"),
    ],
)
def test_a_month_that_is_none_is_refused(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    assert said in capsys.readouterr().err


def test_agendas_with_errors_are_not_compared(
    agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(agendas / "2021-05.dc1.yml", "lich:\n- {ngay: 40}\n")
    assert main(["changes", "2021-05"]) == 1
    assert "agenda check" in capsys.readouterr().err


def test_a_month_without_amendments_says_so(
    agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (agendas / "2021-05.dc1.yml").unlink()
    assert main(["changes", "2021-05"]) == 0
    assert "chưa được điều chỉnh lần nào" in capsys.readouterr().out
