"""Test text files as OCR programs write them: tabs, pipes, HTML, Markdown."""

import contextlib
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from agenda.importer.backends.markup.reader import read_markup
from agenda.importer.datamodel.document import STRUCK, Document
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.import_document import import_document
from agenda.importer.output.yaml_text import write_draft
from agenda.model import Correction, Item
from agenda.source.folder import load_agenda
from tests.importer.documents.plain import plain_document
from tests.importer.draft_lines import doubt_kinds, draft_lines
from tests.importer.reading.shown import asides, shown
from tests.project import MAY_2021

SEED = Path(__file__).parent / "cases/may_2021.txt"
"""The agenda of May 2021 as recognised from the signed paper."""

TITLE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"


def read_text(text: str) -> Document:
    return read_markup(text.encode(), lambda _: None)


def test_the_recognised_month_is_read_item_for_item(tmp_path: Path) -> None:
    (month,) = load_agenda(MAY_2021).agenda.months
    result = import_document(SEED)
    (draft,) = result.drafts
    shutil.copy(MAY_2021 / "danh-ba.yml", tmp_path)
    (tmp_path / "2021-05.yml").write_text(write_draft(draft), encoding="utf-8")
    loaded = load_agenda(tmp_path)
    (read,) = loaded.agenda.months
    corrected = [each for each in month.current.corrections if each.corrected]
    assert [words(item, corrected) for item in read.items] == [words(item) for item in month.items]
    assert [(e.first, e.last, e.label) for e in read.current.entries] == [
        (e.first, e.last, e.label) for e in month.current.entries
    ]
    for name in ("focus", "caveat", "recipients"):
        assert getattr(read.current, name) == getattr(month.current, name)
    assert read.current.document.signer == month.current.document.signer
    doubts = " ".join(map(str, (*result.diagnostics, *loaded.problems)))
    # Only a person who knows the fish sauce can tell that "mục" is misread.
    assert [each.printed for each in corrected if each.printed not in doubts] == ["mục Thạch Kim"]


def words(item: Item, corrections: Iterable[Correction] = ()) -> tuple[object, ...]:
    """Return the fields of an item with the corrections of its day."""
    texts = [
        item.text,
        *(", ".join(name.text for name in names) for names in (item.preparers, item.leaders)),
    ]
    for each in corrections:
        if each.day == item.first:
            texts = [text.replace(each.printed, each.corrected or "") for text in texts]
    others = (item.first, item.last, item.half_day, item.start, item.venue, item.note)
    return (*(text.replace(";", ",") for text in texts), *others)


ROWS = """
Ngày | Nội dung công việc | Cơ quan chuẩn bị
4 | Sáng: Họp A⏎Chiều: Họp B | VP⏎P.QLKH
5 | Họp C | VP
"""
TABLES = {
    "tabs": (
        "Ngày\tNội dung công việc\tCơ quan chuẩn bị\n"
        "4\t<p>Sáng: Họp A</p> <p>Chiều: Họp B</p>\t<p>VP</p><p>P.QLKH</p>\n\n\f5\tHọp C\tVP\n"
    ),
    "pipes": (
        "| Ngày | **Nội dung công việc** | Cơ quan chuẩn bị |\n|:--|---|--:|\n"
        "| 4 | Sáng: Họp A<br>Chiều: Họp B | VP<br/>P.QLKH |\n| 5 | Họp C | VP |\n"
    ),
    "HTML": (
        "<table><thead><tr><th>Ngày</th><th>Nội dung công việc</th><th>Cơ quan chuẩn bị</th></tr>\n"
        "</thead><tr><td rowspan=2>4</td><td>Sáng: Họp&nbsp;A</td><td>VP</td></tr>\n"
        "<tr><td>Chiều: Họp B</td><td>P.QLKH\n</td></tr><tr><td>5<td>Họp C<td>VP</table>\n"
    ),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_is_read_however_it_is_written(table: str) -> None:
    result = interpret_document(read_text(f"**{TITLE}**\n\n{table}\nNơi nhận:\n- Như trên;\n"))
    expected = interpret_document(plain_document(TITLE + ROWS))
    assert draft_lines(result.drafts[0]) == draft_lines(expected.drafts[0])
    assert doubt_kinds(result) == doubt_kinds(expected)
    assert result.drafts[0].recipients == ("Như trên",)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Lịch *tuần*\n**đậm\nhai dòng**", ["Lịch tuần", "đậm\nhai dòng"]),
        ("GIÁM ĐỐC**Đỗ Khoa Văn**", ["GIÁM ĐỐC\nĐỗ Khoa Văn"]),
        ("* SÁNG:\n- Họp A\n  tiếp\n- Họp B", ["* SÁNG:", "- Họp A\ntiếp", "- Họp B"]),
        ("1\\. KH&amp;CN 3 < 5, a_b_c, 2 * 3 * 4", ["1. KH&CN 3 < 5, a_b_c, 2 * 3 * 4"]),
        ("> trích\n```\nmã", ["trích\n\nmã"]),
        ("a\tb\nc\td\n\nxong", [[["a", "b"], ["c", "d"]], "xong"]),
        ("| a \\| b | c |", [[["a | b", "c"]]]),
        (
            "<table><tr><td colspan=2>a</td></tr><tr><td>b</td></tr></table>",
            [[["a", "a"], ["b", ""]]],
        ),
    ],
)
def test_signs_and_tags_are_not_text(text: str, blocks: list[object]) -> None:
    assert shown(read_text(text)) == blocks


def test_styles_set_half_days_apart() -> None:
    (paragraph,) = read_text("<u>Sáng</u> **Họp** <em>A</em>").blocks
    runs = paragraph.lines[0].runs  # type: ignore[union-attr]
    assert [(run.text, run.underlined, run.bold, run.italic) for run in runs] == [
        ("Sáng", True, False, False),
        (" ", False, False, False),
        ("Họp", False, True, False),
        (" ", False, False, False),
        ("A", False, False, True),
    ]


def test_struck_and_hidden_text_is_set_aside() -> None:
    document = read_text("Họp ~~A~~<s>B</s> C<!-- soát lại -->")
    assert shown(document) == ["Họp  C"]
    assert asides(document) == [(STRUCK, "A"), (STRUCK, "B"), ("chú thích ẩn", "soát lại")]


def test_a_row_with_other_cells_than_the_head_is_named() -> None:
    document = read_text("Ngày\tNội dung\tGhi chú\n4\tHọp A\n5\tHọp B\t")
    assert document.notes == (
        "Bảng 1, hàng 2 có 2 ô, hàng đầu có 3 ô: xem lại các ô của hàng này.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_of_windows_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "lich.txt"
    path.write_bytes(f"{TITLE}\r\n\r\n{TABLES['tabs']}".encode(encoding))
    (draft,) = import_document(path).drafts
    assert len(draft.items) == 3


def test_a_text_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lich.txt"
    path.write_bytes(f"{TITLE}\n\n{TABLES['tabs']}".encode("cp1258", errors="replace"))
    with pytest.raises(ImportRefused, match="UTF-8"):
        import_document(path)


def test_a_damaged_text_is_read_or_refused() -> None:
    source = SEED.read_text("utf-8") + "".join(TABLES.values())
    chance = random.Random(20)
    for _ in range(40):
        pieces = [source[at : at + 200] for at in chance.sample(range(len(source)), 12)]
        text = chance.choice(["", "\n", "\t", "<td rowspan=99 colspan=999>", "**"]).join(pieces)
        with contextlib.suppress(ImportRefused):
            interpret_document(read_text(f"{TITLE}\n{text}"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a\t" * 41, "hơn 40 cột"), ("a" * 2_000_001, "dài hơn mức 2.000.000 ký tự")],
    ids=["columns", "characters"],
)
def test_a_text_beyond_the_limits_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ImportRefused, match=reason):
        read_text(text)
