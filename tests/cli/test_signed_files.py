"""A signed file is published only where it withholds what its month withholds."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.cli.conftest import Agenda
from tests.cli.test_import import paper
from tests.importer.documents.libreoffice import convert

PICTURE = Path(__file__).parents[1] / "every_shape" / "ban-ky #18.png"
MARK = "[không công bố]"
MONTH = f"""\
thang: 2021-05
van_ban: {{{{ngay_ban_hanh: 2021-05-04, tep: tep/{{file}}}}}}
lich:
  - {{{{ngay: 1-31, ca_ngay: {{{{ma: truc, noi_dung: Trực}}}}}}}}
  - ngay: 4
    sang: {{{{ma: a1, noi_dung: "Tiếp công dân {MARK}"}}}}
    chieu: {{{{ma: a2, noi_dung: "Gặp ông {MARK} về đất đai"}}}}
"""


def rows(first: str, second: str) -> list[list[str]]:
    said = f"<u>Sáng:</u> Tiếp công dân {first}\n<u>Chiều:</u> Gặp ông {second} về đất đai"
    return [["4", said, "VP", "Đ/c An GĐ"], ["5", "<u>Sáng:</u> Đi cơ sở", "VP", "Lãnh đạo Sở"]]


def sign(agendas: Path, first: str, second: str, name: str = "ky.docx") -> Path:
    """Write the month, and a Word file with these words in the withheld places."""
    (agendas / "tep").mkdir(exist_ok=True)
    (agendas / "2021-05.yml").write_text(MONTH.format(file=name), "utf-8")
    return Path(paper(agendas / "tep", rows(first, second), name="ky.docx"))


def problems(agenda: Agenda) -> list[dict[str, Any]]:
    return list(json.loads(agenda("check", "--json").out))


@pytest.mark.parametrize(
    ("first", "second"), [("Nguyễn Văn Bê", MARK), ("……", "Nguyễn Văn Bê"), ("Bê", "Xê")]
)
def test_a_file_with_withheld_words_is_not_published(
    first: str, second: str, agendas: Path, agenda: Agenda
) -> None:
    sign(agendas, first, second)
    (problem,) = problems(agenda)
    assert (problem["kind"], problem["severity"]) == ("original-uncovered", "error")
    assert (problem["line"], problem["column"], problem["value"]) == (2, 43, "tep/ky.docx")
    assert f'tệp "tep/ky.docx" còn chữ ở chỗ mà tháng này ghi {MARK}' in problem["message"]
    assert "Bê" not in problem["message"]

    sign(agendas, "……", MARK)
    assert agenda("check", "--strict").status == 0


def test_a_declaration_is_no_way_round_words_that_can_be_read(
    agendas: Path, agenda: Agenda
) -> None:
    sign(agendas, "Nguyễn Văn Bê", MARK)
    path = agendas / "2021-05.yml"
    path.write_text(path.read_text("utf-8").replace("docx}", "docx, tep_da_che: 2}"), "utf-8")
    assert [problem["kind"] for problem in problems(agenda)] == ["original-uncovered"]


def test_a_file_that_cannot_be_read_needs_a_declaration_of_every_place(
    agendas: Path, agenda: Agenda
) -> None:
    sign(agendas, MARK, MARK, name="ky.png")
    shutil.copy(PICTURE, agendas / "tep" / "ky.png")
    path = agendas / "2021-05.yml"
    (problem,) = problems(agenda)
    assert problem["message"] == (
        'không đọc được tệp "tep/ky.png" (tệp là hình ảnh, không có chữ để đọc) để biết đã che '
        "chữ hay chưa"
    )
    (declared,) = re.findall(r"ghi (tep_da_che: \d+) dưới van_ban", problem["remedy"])
    text = path.read_text("utf-8")
    path.write_text(text.replace("png}", f"png, {declared}}}"), "utf-8")
    assert agenda("check", "--strict").status == 0

    # Another place withheld later is not declared yet.
    path.write_text(path.read_text("utf-8").replace("Trực", f'"Trực {MARK}"'), "utf-8")
    (problem,) = problems(agenda)
    assert "tep_da_che: 3" in problem["remedy"]


def test_a_file_whose_text_is_another_needs_a_declaration(agendas: Path, agenda: Agenda) -> None:
    sign(agendas, MARK, MARK)
    path = agendas / "2021-05.yml"
    text = path.read_text("utf-8").replace("Gặp ông", "Hẹn gặp chủ hộ là ông")
    path.write_text(text, "utf-8")
    (problem,) = problems(agenda)
    assert "không rõ tệp" in problem["message"]
    path.write_text(text.replace("docx}", "docx, tep_da_che: 2}"), "utf-8")
    assert agenda("check", "--strict").status == 0


def test_words_that_a_tracked_deletion_keeps_are_not_published(
    agendas: Path, agenda: Agenda
) -> None:
    path = sign(agendas, MARK, MARK)
    document = Document(str(path))
    deletion = f"<w:del {nsdecls('w')} w:id='1' w:author='A'><w:r><w:delText>Nguyễn Văn Bê"
    deletion += "</w:delText></w:r></w:del>"
    document.element.body.xpath("w:p")[-1].append(parse_xml(deletion))
    document.save(str(path))
    (problem,) = problems(agenda)
    assert "có phần đã xóa (theo dõi thay đổi) mà người nhận tệp mở ra được" in problem["message"]


@pytest.mark.parametrize("kind", ["odt", "pdf"])
def test_other_formats_are_read_too(kind: str, agendas: Path, agenda: Agenda) -> None:
    convert(sign(agendas, "Nguyễn Văn Bê", MARK, name=f"ky.{kind}"), kind)
    (problem,) = problems(agenda)
    assert "còn chữ ở chỗ" in problem["message"]
    convert(sign(agendas, "……", MARK, name=f"ky.{kind}"), kind)
    assert agenda("check", "--strict").status == 0


def test_a_month_that_withholds_nothing_publishes_its_file_unread(
    agendas: Path, agenda: Agenda
) -> None:
    sign(agendas, MARK, MARK, name="ky.png")
    shutil.copy(PICTURE, agendas / "tep" / "ky.png")
    path = agendas / "2021-05.yml"
    path.write_text(path.read_text("utf-8").replace(MARK, "đợt 1"), "utf-8")
    assert agenda("check", "--strict").status == 0


AMENDMENT = """\
thang: 2021-05
pham_vi: 5
van_ban: {ngay_ban_hanh: 2021-05-05, tep: tep/dc1.docx}
lich:
  - {ngay: 5, sang: {ma: b1, noi_dung: Đi cơ sở}}
"""


def amend(agendas: Path, name: str) -> Path:
    """Write an amendment that itself withholds nothing, and return the place of its file."""
    sign(agendas, MARK, MARK)
    (agendas / "2021-05.dc1.yml").write_text(AMENDMENT.replace("dc1.docx", name), "utf-8")
    return agendas / "tep" / name


def test_the_file_of_an_amendment_withholds_what_the_other_documents_withhold(
    agendas: Path, agenda: Agenda
) -> None:
    amend(agendas, "dc1.docx")
    paper(agendas / "tep", rows("Nguyễn Văn Bê", MARK), name="dc1.docx")
    (problem,) = problems(agenda)
    assert (problem["kind"], problem["file"]) == ("original-uncovered", "agendas/2021-05.dc1.yml")
    assert f'tệp "tep/dc1.docx" còn chữ ở chỗ mà tháng này ghi {MARK}' in problem["message"]
    paper(agendas / "tep", rows("……", MARK), name="dc1.docx")
    assert agenda("check", "--strict").status == 0
    paper(agendas / "tep", rows("thường kỳ", "")[1:], name="dc1.docx")
    assert agenda("check", "--strict").status == 0


def test_a_scan_of_an_amendment_needs_a_declaration_if_its_month_withholds_words(
    agendas: Path, agenda: Agenda
) -> None:
    shutil.copy(PICTURE, amend(agendas, "dc1.png"))
    (problem,) = problems(agenda)
    (declared,) = re.findall(r"ghi (tep_da_che: \d+) dưới van_ban", problem["remedy"])
    path = agendas / "2021-05.dc1.yml"
    path.write_text(path.read_text("utf-8").replace("png}", f"png, {declared}}}"), "utf-8")
    assert agenda("check", "--strict").status == 0


def test_the_file_withholds_words_of_an_item_that_an_update_removed(
    agendas: Path, agenda: Agenda
) -> None:
    sign(agendas, "Nguyễn Văn Bê", MARK)
    path = agendas / "2021-05.yml"
    item = f'{{ma: a1, noi_dung: "Tiếp công dân {MARK}"}}'
    text = path.read_text("utf-8").replace(f"    sang: {item}\n", "").replace(MARK, "Xê")
    former = f'{{ngay: 4, buoi: sang, noi_dung: "Tiếp công dân {MARK}"}}'
    path.write_text(
        f"{text}cap_nhat:\n  - {{luc: 2021-05-05, cho: cv-a1, truoc: {former}}}\n", "utf-8"
    )
    assert [problem["kind"] for problem in problems(agenda)] == ["original-uncovered"]
