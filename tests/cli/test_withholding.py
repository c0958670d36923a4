"""Words withheld once stay withheld: an amendment that restores them stops, an import does not."""

import json
import re
from pathlib import Path

import pytest

from agenda.source.folder import load_agenda
from tests.cli.conftest import Agenda
from tests.cli.test_import import paper

MARK = "[không công bố]"
FIRST = """\
thang: 2021-05
van_ban: {{ngay_ban_hanh: 2021-05-04}}
trong_tam: ["{focus}"]
lich:
  - {{ngay: 1-31, ca_ngay: {{ma: truc, noi_dung: Trực}}}}
  - ngay: 12
    sang:
      - {{ma: a1, noi_dung: "{text}", dia_diem: "{venue}"}}
      - {{ma: a2, noi_dung: Họp giao ban}}
"""
WITHHELD = {
    "focus": f"Giải quyết việc của hộ {MARK} trước 30/6",
    "text": f"Làm việc với hộ {MARK} về đất đai",
    "venue": f"Nhà {MARK}, xã Kỳ Lạc",
}
RESTORED = {key: text.replace(MARK, "họ Bê") for key, text in WITHHELD.items()}


def write(folder: Path, name: str, **texts: str) -> Path:
    path = folder / name
    path.write_text(FIRST.format(**WITHHELD | texts), "utf-8")
    return path


@pytest.mark.parametrize(("key", "line"), [("focus", 3), ("text", 8), ("venue", 8)])
def test_words_in_place_of_a_mark_stop_an_amendment(
    key: str, line: int, agendas: Path, agenda: Agenda
) -> None:
    write(agendas, "2021-05.yml")
    path = write(agendas, "2021-05.dc1.yml", **{key: RESTORED[key]})
    run = agenda("check", "--json")
    (problem,) = json.loads(run.out)
    assert (run.status, problem["kind"], problem["line"]) == (1, "restored-words", line)
    assert problem["message"] == f'"họ Bê" đứng ở chỗ mà agendas/2021-05.yml ghi {MARK}'
    as_found = path.read_text("utf-8")

    path.write_text(as_found.replace("họ Bê", MARK), "utf-8")
    assert agenda("check", "--strict").status == 0

    (listed,) = re.findall(r"thêm vào cuối tệp dòng (.*)$", problem["remedy"])
    path.write_text(f"{as_found}{listed}\n", "utf-8")
    assert agenda("check", "--strict").status == 0


@pytest.mark.parametrize("listed", ["Bê", "Lan", "họ", "họ Bệ"])
def test_a_listed_part_of_the_words_in_place_of_a_mark_does_not_restore_them(
    listed: str, agendas: Path, agenda: Agenda
) -> None:
    write(agendas, "2021-05.yml")
    path = write(agendas, "2021-05.dc1.yml", text=RESTORED["text"])
    path.write_text(f"{path.read_text('utf-8')}cong_khai: [{listed}]\n", "utf-8")
    assert "restored-words" in {each["kind"] for each in json.loads(agenda("check", "--json").out)}


def test_the_item_is_found_where_it_was_moved_reworded_and_lost_its_code(
    agendas: Path, agenda: Agenda
) -> None:
    write(agendas, "2021-05.yml")
    path = write(agendas, "2021-05.dc1.yml", text="Làm việc với hộ họ Bê, bàn về đất đai")
    text = path.read_text("utf-8").replace("ngay: 12", "ngay: 14").replace("ma: a1", "ma: b9")
    path.write_text(text.replace("sang:", "chieu:"), "utf-8")
    (problem,) = json.loads(agenda("check", "--json").out)
    assert (problem["kind"], problem["value"]) == ("restored-words", "họ Bê, bàn")


def test_an_amendment_without_the_item_or_with_the_mark_passes(
    agendas: Path, agenda: Agenda
) -> None:
    write(agendas, "2021-05.yml")
    write(agendas, "2021-05.dc1.yml", text="Làm việc với xã Kỳ Lạc", focus="Phòng chống dịch")
    assert agenda("check", "--strict").status == 0


def test_an_import_withholds_what_the_month_withholds(agendas: Path, agenda: Agenda) -> None:
    rows = [
        ["4", "<u>Sáng:</u> Làm việc với hộ họ Bê về đất đai", "VP", "Đ/c An GĐ"],
        ["5", "<u>Sáng:</u> Gặp gỡ hộ làm nghề họ Xê", "VP", "Đ/c An GĐ"],
    ]
    agenda("import", paper(agendas.parent, rows))
    path = agendas / "2021-05.yml"
    text = path.read_text("utf-8").replace("họ Bê", MARK).replace("họ Xê", MARK)
    path.write_text(re.sub(r"noi_dung: (.*\]?.*)", r'noi_dung: "\1"', text), "utf-8")
    codes = {item.text: item.code for item in load_agenda(agendas).agenda.items}

    rows[1][1] = "<u>Chiều:</u> Gặp gỡ hộ làm nghề họ Xê"
    amended = paper(agendas.parent, rows, "THÁNG 5 NĂM 2021 (ĐIỀU CHỈNH LẦN 1)", "b.docx")
    run = agenda("import", amended)
    written = (agendas / "2021-05.dc1.yml").read_text("utf-8")
    assert "họ Bê" not in written
    assert "họ Xê" not in written
    assert {item.text: item.code for item in load_agenda(agendas).agenda.items} == codes
    assert written.count(f"# kiểm tra: ở chỗ này bản khác của tháng ghi {MARK}") == 2
    assert run.out.count("nên bản này cũng ghi vậy") == 2
    assert run.status == 0

    # The same document again, over the file of the month itself.
    assert agenda("import", paper(agendas.parent, rows), "--force").status == 0
    assert "họ Bê" not in path.read_text("utf-8")


def test_an_import_lists_what_the_month_lists(agendas: Path, agenda: Agenda) -> None:
    rows = [["4", "<u>Sáng:</u> Họp; đăng ký qua số 0912.345.678", "VP", "Đ/c An GĐ"]]
    assert agenda("import", paper(agendas.parent, rows)).status == 1
    path = agendas / "2021-05.yml"
    path.write_text(path.read_text("utf-8") + "cong_khai: [0912.345.678, khác]\n", "utf-8")
    amended = paper(agendas.parent, rows, "THÁNG 5 NĂM 2021 (ĐIỀU CHỈNH LẦN 1)", "b.docx")
    assert agenda("import", amended).status == 0
    written = (agendas / "2021-05.dc1.yml").read_text("utf-8")
    assert written.endswith("\ncong_khai:\n  - 0912.345.678\n")
