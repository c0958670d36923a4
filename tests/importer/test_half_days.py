"""Test that half-days are read alike in cells, headings, labels and brackets."""

from pathlib import Path

import pytest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.items import read_item
from agenda.importer.import_document import import_document
from agenda.importer.layout.day_headings import ANY_MONTH, read_heading
from agenda.importer.lexicon.approximate_dates import joins_half_days
from agenda.importer.lexicon.columns.roles import HALF_DAY_ROLES, role_of
from agenda.importer.lexicon.dates import read_dates
from agenda.importer.lexicon.half_days import (
    HALF_DAYS,
    announced_half_days,
    combine_half_days,
    expand_letters,
)
from agenda.importer.lexicon.labels import split_at_half_days
from agenda.importer.lexicon.line_breaks import half_day_length
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.segmentation.splitting import split_content
from agenda.model import HalfDay
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.producers.programs import print_with_reportlab
from tests.importer.draft_lines import doubt_kinds, draft_lines

WORDS = pytest.mark.parametrize(("word", "half_day"), HALF_DAYS.items())


@WORDS
@pytest.mark.parametrize("printed", ["{}", "Buổi {}", "{} 05/5", "Thứ Tư ({})"])
def test_a_cell_of_days_names_its_half_day(word: str, half_day: HalfDay, printed: str) -> None:
    when = read_dates(printed.format(word).capitalize(), ANY_MONTH)
    assert (when.half_day, when.rest) == (half_day, "")


@WORDS
def test_a_heading_of_a_list_names_its_half_day(word: str, half_day: HalfDay) -> None:
    heading = read_heading(f"{word.capitalize()} thứ Tư (05/01): Họp", ANY_MONTH)
    assert heading is not None
    assert (heading.when.half_day, heading.rest) == (half_day, "Họp")


@WORDS
@pytest.mark.parametrize("label", ["{}:", "Buổi {}:"])
def test_a_label_announces_its_half_day(word: str, half_day: HalfDay, label: str) -> None:
    label = label.format(word).capitalize()
    (segment,) = split_at_half_days(f"{label} Trực cơ quan")
    assert (segment.half_day, segment.text) == (half_day, "Trực cơ quan")


@WORDS
@pytest.mark.parametrize("label", ["{}", "{}.", "Buổi {}:"])
def test_a_label_alone_on_a_line_announces_its_half_day(
    word: str, half_day: HalfDay, label: str
) -> None:
    (segment,) = split_at_half_days(label.format(word).capitalize())
    assert (segment.half_day, segment.text) == (half_day, "")


@WORDS
def test_brackets_at_the_end_name_the_half_day(word: str, half_day: HalfDay) -> None:
    (span,) = split_content([TextLine(text=f"Trực cơ quan ({word})")], Diagnostics()).spans
    item = read_item(span, ANY_MONTH, Diagnostics())
    assert (item.half_day, item.text) == (half_day, "Trực cơ quan")


@WORDS
def test_the_head_of_a_column_names_its_half_day(word: str, half_day: HalfDay) -> None:
    role = role_of(word.capitalize())
    assert role is not None
    assert HALF_DAY_ROLES[role] is half_day


@pytest.mark.parametrize(
    ("text", "half_day"),
    [
        ("Sáng, chiều", HalfDay.ALL_DAY),
        ("Trưa, chiều", HalfDay.AFTERNOON),
        ("Tối và đêm", HalfDay.EVENING),
        ("S+C", HalfDay.ALL_DAY),
        ("T", HalfDay.EVENING),
        ("Họp", None),
    ],
)
def test_two_words_of_one_half_day_are_that_half_day(text: str, half_day: HalfDay | None) -> None:
    assert combine_half_days(text) is half_day


BOTH = ("Sáng – Chiều", "Sáng — Chiều", "Sáng-Chiều", "Sáng/Chiều", "Sáng, chiều", "Sáng và chiều")
LETTERED = {
    "S/sáng": HalfDay.MORNING,
    "C/chiều": HalfDay.AFTERNOON,
    "C/Chiều": HalfDay.AFTERNOON,
    "T/tối": HalfDay.EVENING,
}


@pytest.mark.parametrize("label", BOTH)
@pytest.mark.parametrize("printed", ["{}: Họp", "{} Họp", "Buổi {}: Họp"])
def test_a_label_of_both_half_days_means_the_whole_day(label: str, printed: str) -> None:
    (segment,) = split_at_half_days(printed.format(label).capitalize().replace("họp", "Họp"))
    assert (segment.half_day, segment.text) == (HalfDay.ALL_DAY, "Họp")


@pytest.mark.parametrize("label", BOTH)
def test_both_half_days_alone_on_a_line_mean_the_whole_day(label: str) -> None:
    (segment,) = split_at_half_days(label)
    assert (segment.half_day, segment.text) == (HalfDay.ALL_DAY, "")


@pytest.mark.parametrize(("label", "half_day"), LETTERED.items())
def test_a_letter_before_its_word_belongs_to_the_half_day(label: str, half_day: HalfDay) -> None:
    when = read_dates(f"{label} 05/5", ANY_MONTH)
    assert (when.half_day, when.rest) == (half_day, "")
    for text in (f"{label}: Họp", f"{label} Họp"):
        (segment,) = split_at_half_days(text)
        assert (segment.half_day, segment.text) == (half_day, "Họp")
    assert half_day_length(f"{label}: Họp") == len(label) + 1


def test_a_letter_before_the_word_of_another_half_day_stays() -> None:
    assert read_dates("S/chiều", ANY_MONTH).rest == "S/"


@pytest.mark.parametrize("text", ["S–C", "S – C", "S — C", "S/C", "S và C", "SC"])
def test_both_letters_in_a_cell_mean_the_whole_day(text: str) -> None:
    assert expand_letters(text) == "Cả ngày"
    (segment,) = split_at_half_days(f"{text.replace('SC', 'S+C')}: Họp")
    assert (segment.half_day, segment.text) == (HalfDay.ALL_DAY, "Họp")


@pytest.mark.parametrize("text", ["Sáng – Họp A", "Sáng, họp A"])
def test_a_dash_behind_a_half_day_announces_it_alone(text: str) -> None:
    assert split_at_half_days(text)[0].half_day is HalfDay.MORNING


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_labels_of_both_half_days_and_with_letters_are_read_from_documents(
    kind: str, tmp_path: Path
) -> None:
    rows = [
        ["Hai", "Sáng –\nChiều", "Giao ban"],
        ["Ba", "S – C", "Tập huấn"],
        ["Tư", "S/sáng", "Họp A"],
        ["Tư", "C/chiều", "Họp B"],
        ["Năm", "", "Sáng – Chiều: Họp C"],
        ["Sáu", "", "S/sáng: Họp D\nC/chiều: Họp E"],
    ]
    title = "LỊCH CÔNG TÁC TUẦN 20 (từ 17/5 đến 21/5/2021)"
    table = [["Thứ", "Buổi", "Nội dung"], *rows]
    path = build_docx([{"p": title}, {"table": table}], tmp_path / "a.docx")
    result = import_document(path if kind == "word" else print_with_reportlab(path))
    (draft,) = result.drafts
    assert (draft_lines(draft), doubt_kinds(result)) == (
        [
            "17 ca_ngay: Giao ban",
            "18 ca_ngay: Tập huấn",
            "19 sang: Họp A",
            "19 chieu: Họp B",
            "20 ca_ngay: Họp C",
            "21 sang: Họp D",
            "21 chieu: Họp E",
        ],
        [],
    )


@pytest.mark.parametrize(
    "text", ["Đêm hội Trăng rằm", "Đêm thi văn nghệ", "Đêm Thơ Nguyên tiêu", "20h00 đêm nhạc"]
)
def test_a_night_that_begins_the_name_of_an_event_is_no_half_day(text: str) -> None:
    (span,) = split_content([TextLine(text=text)], Diagnostics()).spans
    assert span.half_day is None
    assert text.endswith(span.text)


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("Chiều 08/12 - sáng 09/12", True),
        ("Tối 08/12 - đêm 09/12", True),
        ("Cả ngày 08/12 - trưa 09/12", True),
        ("Cả ngày 08/12 - 09/12", False),
        ("Đêm 08/12 - đêm 09/12", False),
    ],
)
def test_a_range_of_days_begins_or_ends_with_a_half_day(text: str, joins: bool) -> None:
    assert joins_half_days(text) is joins


def test_only_a_colon_announces_half_days() -> None:
    announced = announced_half_days("Nghỉ bù; đêm: trực. Buổi sáng : họp, chiều nghỉ")
    assert announced == (HalfDay.EVENING, HalfDay.MORNING)
