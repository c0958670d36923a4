"""Test possible line breaks of a PDF, which the names beside them decide."""

from dataclasses import replace

import pytest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Guess
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.lexicon.dates import DateMention
from agenda.importer.lexicon.lines import TextLine, split_sign
from agenda.importer.segmentation.possible_breaks import choose_breaks
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.schedule_row import ScheduleRow

SPLIT, JOINED = Guess.SPLIT, Guess.JOINED


def row(text: str, names: str) -> ScheduleRow:
    """Return a row with a possible break at each "
    " and a name for each part.
    """
    before = [len(part.split()) for part in text.split("|")]
    possible_breaks = tuple(sum(before[:at]) for at in range(1, len(before)))
    content = TextLine(
        text=" ".join(text.replace("|", " ").split()), possible_breaks=possible_breaks
    )
    beside = tuple(
        TextLine(text=name, paragraph=number) for number, name in enumerate(names.split("|"))
    )
    return ScheduleRow(
        place=BlockLocation(),
        printed="3",
        when=DateMention(),
        days=(),
        half_day=None,
        carried=False,
        lines={Role.CONTENT: (content,), Role.LEADER: beside},
    )


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        (
            "Thăm hỏi huyện lỵ Vũ Quang|Tổng vệ sinh cơ quan",
            "Đ/c Văn GĐ|Đ/c Hoàn PGĐ",
            [("Thăm hỏi huyện lỵ Vũ Quang", None), ("Tổng vệ sinh cơ quan", SPLIT)],
        ),
        (
            "Thăm hỏi huyện lỵ Vũ Quang|Tổng vệ sinh cơ quan",
            "Đ/c Văn GĐ",
            [("Thăm hỏi huyện lỵ Vũ Quang Tổng vệ sinh cơ quan", None)],
        ),
        (
            "Thăm hỏi huyện lỵ Vũ Quang|Tổng vệ sinh cơ quan",
            "Lãnh đạo Sở",
            [("Thăm hỏi huyện lỵ Vũ Quang Tổng vệ sinh cơ quan", JOINED)],
        ),
        (
            "Thăm hỏi huyện lỵ|Vũ Quang về lúa",
            "Lãnh đạo Sở",
            [("Thăm hỏi huyện lỵ Vũ Quang về lúa", None)],
        ),
        (
            "Sinh hoạt chi bộ (Đ/c Bình PGĐ)|Ban Thường vụ họp",
            "Lãnh đạo Sở",
            [("Sinh hoạt chi bộ (Đ/c Bình PGĐ) Ban Thường vụ họp", JOINED)],
        ),
        (
            "Làm việc tại huyện lỵ Vũ|Quang về lúa|Tổng vệ sinh",
            "Đ/c Văn GĐ|Đ/c Hoàn PGĐ",
            [("Làm việc tại huyện lỵ Vũ Quang về lúa", None), ("Tổng vệ sinh", SPLIT)],
        ),
        (
            "Làm việc tại huyện lỵ|Vũ Quang",
            "Đ/c Văn GĐ|Đ/c Hoàn PGĐ",
            [("Làm việc tại huyện lỵ Vũ Quang", JOINED)],
        ),
        (
            "Làm việc với Hợp tác xã|Tổng vệ sinh cơ quan",
            "Đ/c Văn GĐ|Đ/c Hoàn PGĐ|Đ/c Bình PGĐ",
            [("Làm việc với Hợp tác xã Tổng vệ sinh cơ quan", JOINED)],
        ),
    ],
)
def test_a_line_is_split_if_each_name_then_has_an_item(
    text: str, names: str, meant: list[tuple[str, Guess | None]]
) -> None:
    assert [
        (line.text, line.guess) for line in choose_breaks(row(text, names), Diagnostics()).content
    ] == meant


def listed(*lines: str, names: str = "", guess: Guess | None = None) -> ScheduleRow:
    """Return a row whose lines begin with these signs; `guess` concerns the last one."""
    content = [
        TextLine(text=text, sign=sign, paragraph=number)
        for number, (sign, text) in enumerate(map(split_sign, lines))
    ]
    content[-1] = replace(content[-1], guess=guess)
    return replace(row("", names), lines={**row("", names).lines, Role.CONTENT: tuple(content)})


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("Đ/c Văn GĐ|Đ/c Hoàn PGĐ", [("Họp Thông tin", None), ("Thống kê", None)]),
        ("Đ/c Văn GĐ", [("Họp Thông tin - Thống kê", JOINED)]),
        ("Lãnh đạo Sở", [("Họp Thông tin", None), ("Thống kê", Guess.DASHED)]),
    ],
)
def test_names_decide_a_doubted_dash(names: str, meant: list[tuple[str, Guess | None]]) -> None:
    strip = listed("- Họp Thông tin", "- Thống kê", names=names, guess=Guess.DASHED)
    settled = choose_breaks(strip, Diagnostics())
    assert [(line.text, line.guess) for line in settled.content] == meant


@pytest.mark.parametrize(
    ("names", "late", "doubts"),
    [
        ("Đ/c Văn GĐ|Đ/c Hoàn PGĐ", True, ["late-signs"]),
        ("Đ/c Văn GĐ", False, []),
        ("Lãnh đạo Sở", False, ["late-signs"]),
    ],
)
def test_names_decide_whether_the_first_list_item_has_no_sign(
    names: str, late: bool, doubts: list[str]
) -> None:
    settled = choose_breaks(listed("Họp giao ban", "- Kiểm tra xã A", names=names), Diagnostics())
    assert (settled.late_signs, [diagnostic.kind for diagnostic in settled.diagnostics]) == (
        late,
        doubts,
    )


def test_a_list_that_begins_with_its_second_number_has_no_sign_at_the_first() -> None:
    settled = choose_breaks(listed("Họp giao ban", "2. Kiểm tra xã A"), Diagnostics())
    cuts = split_content(settled.content, Diagnostics()).spans
    assert [cut.text for cut in cuts] == ["Họp giao ban", "Kiểm tra xã A"]
