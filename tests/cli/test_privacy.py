"""Private details stop `agenda check` until a remedy is followed literally."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Agenda
from tests.cli.test_import import paper
from tests.originals import pdf

MONTH = """\
thang: 2021-05
van_ban: {{ngay_ban_hanh: 2021-05-04}}
luu_y: {caveat}
lich:
  - {{ngay: 1-31, ca_ngay: {{ma: truc, noi_dung: Trực}}}}
  - ngay: 4
    sang: {{ma: a1, noi_dung: {item}}}
"""
PRIVATE = [
    ("Liên hệ 0912.345.678", "0912.345.678"),
    ("0912 345 678 là số của anh A", "0912 345 678"),
    ("Đi xe 38A-123.45", "38A-123.45"),
    ("Gửi về a.b@example.vn", "a.b@example.vn"),
    ("Bà A sinh ngày 12/3/1985", "sinh ngày 12/3/1985"),
    ("CCCD 042085001234", "042085001234"),
    ("STK 0201000123456", "0201000123456"),
    ("Đ/c A nằm viện", "nằm viện"),
    ("Nguyễn Văn Bê khiếu nại", "Nguyễn Văn Bê"),
]


def write(folder: Path, text: str) -> Path:
    path = folder / "2021-05.yml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("text", "words"), PRIVATE)
@pytest.mark.parametrize("place", ["caveat", "item"])
def test_each_remedy_works_to_the_letter(
    text: str, words: str, place: str, agendas: Path, agenda: Agenda
) -> None:
    texts = {"caveat": "Có thể thay đổi", "item": "Họp"} | {place: text}
    path = write(agendas, MONTH.format(**texts))
    run = agenda("check", "--json")
    (problem,) = json.loads(run.out)
    assert (run.status, problem["severity"], problem["value"]) == (1, "error", words)
    as_found = path.read_text("utf-8")

    assert "thay bằng [không công bố], cả đoạn đặt trong dấu nháy kép" in problem["remedy"]
    write(agendas, as_found.replace(text, f'"{text.replace(words, "[không công bố]")}"'))
    assert agenda("check", "--strict").status == 0

    (line,) = re.findall(r"thêm vào cuối tệp dòng (.*)$", problem["remedy"])
    write(agendas, f"{as_found}{line}\n")
    assert agenda("check", "--strict").status == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("0912345678.pdf", "0912345678"),
        ("sdt_0912-345-678.pdf", "0912-345-678"),
        ("CCCD_042085001234.pdf", "042085001234"),
        ("STK_0201000123456.pdf", "0201000123456"),
        ("sinh_ngày_12-3-1985.pdf", "sinh_ngày_12-3-1985"),
        ("a.b@example.vn.pdf", "a.b@example.vn"),
        ("Đơn-khiếu-nại-của-Nguyễn-Văn-Bê.pdf", "Nguyễn-Văn-Bê"),
    ],
)
def test_the_name_of_a_signed_file_is_checked(
    name: str, words: str, agendas: Path, agenda: Agenda
) -> None:
    (agendas / "tep").mkdir()
    (agendas / "tep" / name).write_bytes(pdf())
    signed = f'{{{{ngay_ban_hanh: 2021-05-04, tep: "tep/{name}"}}}}'
    text = MONTH.replace("{{ngay_ban_hanh: 2021-05-04}}", signed)
    path = write(agendas, text.format(caveat="Có thể thay đổi", item="Họp"))
    run = agenda("check", "--json")
    (problem,) = json.loads(run.out)
    assert (run.status, problem["severity"], problem["value"]) == (1, "error", words)
    as_found = path.read_text("utf-8")

    (line,) = re.findall(r"thêm vào cuối tệp dòng (.*)$", problem["remedy"])
    write(agendas, f"{as_found}{line}\n")
    assert agenda("check", "--strict").status == 0

    assert "đổi tên tệp rồi sửa dòng tep cho khớp" in problem["remedy"]
    (agendas / "tep" / name).rename(agendas / "tep/2021-05.pdf")
    write(agendas, as_found.replace(name, "2021-05.pdf"))
    assert agenda("check", "--strict").status == 0


@pytest.mark.parametrize(
    "name",
    ["2021-05.dc1", "12-CTr-SKHCN.signed", "VBDT_20210504081530_123456", "IMG_20210504_081530"],
)
def test_ordinary_names_of_signed_files_are_fine(name: str, agendas: Path, agenda: Agenda) -> None:
    (agendas / "tep").mkdir()
    (agendas / f"tep/{name}.pdf").write_bytes(pdf())
    signed = f"{{{{ngay_ban_hanh: 2021-05-04, tep: tep/{name}.pdf}}}}"
    text = MONTH.replace("{{ngay_ban_hanh: 2021-05-04}}", signed)
    write(agendas, text.format(caveat="Có thể thay đổi", item="Họp"))
    assert agenda("check", "--strict").status == 0


def test_a_second_word_joins_the_list(agendas: Path, agenda: Agenda) -> None:
    text = MONTH.format(caveat="Liên hệ 0912.345.678", item="Gọi 0987.654.321")
    path = write(agendas, text + "cong_khai: [0912.345.678]\n")
    (problem,) = json.loads(agenda("check", "--json").out)
    assert problem["remedy"].endswith('thêm "0987.654.321" vào cong_khai ở dòng 8')
    write(agendas, path.read_text("utf-8").replace("678]", '678, "0987.654.321"]'))
    assert agenda("check", "--strict").status == 0


def test_private_details_do_not_keep_codes_from_being_written(
    agendas: Path, agenda: Agenda
) -> None:
    path = write(
        agendas, MONTH.format(caveat="Gọi 0912.345.678", item="Họp").replace("ma: a1, ", "")
    )
    assert agenda("check", "--fix").status == 1
    assert len(re.findall("ma: ", path.read_text("utf-8"))) == 2


def test_the_comment_of_an_import_does_not_repeat_the_words(agendas: Path, agenda: Agenda) -> None:
    rows = [["4", "<u>Sáng:</u> Họp; liên hệ 0912.345.678", "VP", "Đ/c An PGĐ"]]
    run = agenda("import", paper(agendas.parent, rows))
    assert run.status == 1
    written = (agendas / "2021-05.yml").read_text("utf-8")
    assert '# kiểm tra: "…" giống số điện thoại' in written
    assert written.count("0912.345.678") == 1
