"""Test that half-days are read alike in cells, headings, labels and brackets."""

import pytest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.items import read_item
from agenda.importer.layout.day_lists import ANY_MONTH, read_heading
from agenda.importer.lexicon.approximate_dates import joins_half_days
from agenda.importer.lexicon.column_roles import HALF_DAY_ROLES, role_of
from agenda.importer.lexicon.dates import read_dates
from agenda.importer.lexicon.half_days import HALF_DAYS, announced_half_days, combine_half_days
from agenda.importer.lexicon.labels import split_at_half_days
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.segmentation.splitting import split_content
from agenda.model import HalfDay

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
