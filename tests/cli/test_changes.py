"""`agenda changes` shows what an amendment changes, and its document."""

import io
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
        "phải, chạy agenda changes 2021-05 --review\n"
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


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> int:
    """Run the review and type an answer to each question."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
    return main(["changes", "2021-05", "--review"])


@pytest.mark.parametrize("written_first", [False, True], ids=["before codes", "after codes"])
@pytest.mark.parametrize(
    ("typed", "code"),
    [(["1"], "b3"), ([""], "b3"), (["2"], "b2"), (["x", "9", "0"], None)],
    ids=["same", "default", "another", "new"],
)
def test_a_review_asks_which_item_it_was_and_writes_the_answer(
    written_first: bool,
    typed: list[str],
    code: str | None,
    agendas: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if written_first:
        assert main(["check", "--fix"]) == 0
    assert answer(monkeypatch, *typed) == 0
    told = capsys.readouterr().out
    assert '1/1. Việc "Duyệt phát hành Bản tin số 4" (chiều Thứ Năm, 06/5)' in told
    assert '1  "Duyệt phát hành Bản tin" (chiều Thứ Tư, 05/5)  ← đang coi là việc này' in told
    assert ("Ghi một số từ 0 đến 2." in told) == (typed[0] == "x")
    assert main(["changes", "2021-05", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    changed = {each["code"] for each in row["changed"]}
    dropped = {each["code"] for each in row["dropped"]}
    new = {each["noi_dung"] for each in row["added"]}
    assert changed == {"b1", *([code] if code else [])}
    assert dropped == {"b2", "b3"} - {code}
    assert new == {"Tiếp khách"} | (set() if code else {"Duyệt phát hành Bản tin số 4"})
    assert "ma: " in (agendas / "2021-05.dc1.yml").read_text(encoding="utf-8").splitlines()[-1]


def test_an_answer_can_be_changed(
    monkeypatch: pytest.MonkeyPatch, agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (agendas / "2021-05.dc1.yml").read_text(encoding="utf-8")
    assert answer(monkeypatch, "0") == 0
    assert answer(monkeypatch, "1") == 0
    after = (agendas / "2021-05.dc1.yml").read_text(encoding="utf-8")
    assert after == before.replace(
        "Duyệt phát hành Bản tin số 4", "{ma: b3, noi_dung: Duyệt phát hành Bản tin số 4}"
    )
    capsys.readouterr()


def test_equal_words_may_be_exchanged(
    monkeypatch: pytest.MonkeyPatch, agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        agendas / "2021-05.yml",
        "lich:\n- {ngay: 4, sang: {ma: a, noi_dung: Họp chi bộ}}\n"
        "- {ngay: 5, sang: {ma: b, noi_dung: Họp chi bộ}}\n",
    )
    write(
        agendas / "2021-05.dc1.yml",
        "lich:\n- {ngay: 4, sang: Họp chi bộ}\n- {ngay: 6, sang: Họp chi bộ}\n",
    )
    assert answer(monkeypatch, "2", "1") == 0
    written = (agendas / "2021-05.dc1.yml").read_text(encoding="utf-8")
    assert written.endswith(
        "lich:\n- {ngay: 4, sang: {ma: b, noi_dung: Họp chi bộ}}\n"
        "- {ngay: 6, sang: {ma: a, noi_dung: Họp chi bộ}}\n"
    )
    capsys.readouterr()


@pytest.mark.usefixtures("agendas")
def test_a_review_of_certain_items_asks_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], agendas: Path
) -> None:
    (agendas / "2021-05.dc1.yml").write_text(
        (agendas / "2021-05.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert answer(monkeypatch) == 0
    assert capsys.readouterr().out == "Không có việc nào cần xem lại.\n"
    assert main(["changes", "2021-05", "--review", "--json"]) == 2


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


def test_updates_are_listed_with_both_values(
    agendas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        agendas / "2021-05.yml",
        "lich: [{ngay: 4, sang: [{ma: b1, noi_dung: Họp giao ban, gio: 8h}]}]\n"
        "cap_nhat:\n"
        "- {luc: 2021-05-05, cho: cv-b1, truoc: {gio: 7h}, vi: Theo thông báo}\n"
        "- {luc: 2021-05-06, cho: luu_y, truoc: {luu_y: Có thể đổi}}\n",
    )
    (agendas / "2021-05.dc1.yml").unlink()
    assert main(["changes", "2021-05"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Chương trình tháng 5 năm 2021 chưa được điều chỉnh lần nào.",
        'agendas/2021-05.yml: "Họp giao ban" (sáng Thứ Ba, 04/5) Cập nhật 05/5/2021: đổi giờ '
        "(Giờ: 07:00 → 08:00). Theo thông báo",
        "agendas/2021-05.yml: Cập nhật 06/5/2021: sửa lưu ý (Lưu ý: Có thể đổi → (không ghi))",
    ]


def test_updates_follow_as_json(agendas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = agendas / "2021-05.yml"
    text = path.read_text(encoding="utf-8")
    row = "cap_nhat: [{luc: 2021-05-05, cho: cv-b1, truoc: {gio: 9h}, vi: Theo thông báo}]\n"
    path.write_text(text + row, encoding="utf-8")
    (agendas / "2021-05.dc1.yml").unlink()
    assert main(["changes", "2021-05", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "agendas/2021-05.yml",
            "update": 1,
            "date": "2021-05-05",
            "target": "cv-b1",
            "what": "đổi giờ",
            "values": [{"name": "Giờ", "before": "09:00", "after": "08:00"}],
            "reason": "Theo thông báo",
        }
    ]
