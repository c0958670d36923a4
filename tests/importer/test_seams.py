"""Lines of a PDF that may be two are parted or doubted by the names beside them."""

import pytest

from agenda.importer.columns import Role
from agenda.importer.document import Guess, Place
from agenda.importer.lines import Printed
from agenda.importer.remarks import Remarks
from agenda.importer.seams import settle_lines
from agenda.importer.strip import Strip
from agenda.importer.when import When

PARTED, JOINED = Guess.PARTED, Guess.JOINED


def row(text: str, names: str) -> Strip:
    """A row whose content has a seam at each "|"; a name to each "|" stands beside it."""
    before = [len(part.split()) for part in text.split("|")]
    seams = tuple(sum(before[:at]) for at in range(1, len(before)))
    content = Printed(text=" ".join(text.replace("|", " ").split()), seams=seams)
    beside = tuple(
        Printed(text=name, paragraph=number) for number, name in enumerate(names.split("|"))
    )
    return Strip(
        place=Place(),
        printed="3",
        when=When(),
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
            [("Thăm hỏi huyện lỵ Vũ Quang", None), ("Tổng vệ sinh cơ quan", PARTED)],
        ),
        (
            "Thăm hỏi huyện lỵ Vũ Quang|Tổng vệ sinh cơ quan",
            "Đ/c Văn GĐ",
            [("Thăm hỏi huyện lỵ Vũ Quang Tổng vệ sinh cơ quan", None)],
        ),
        (
            "Làm việc tại huyện lỵ Vũ|Quang về lúa|Tổng vệ sinh",
            "Đ/c Văn GĐ|Đ/c Hoàn PGĐ",
            [("Làm việc tại huyện lỵ Vũ Quang về lúa", None), ("Tổng vệ sinh", PARTED)],
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
def test_a_seam_opens_where_that_makes_an_appointment_of_each_name(
    text: str, names: str, meant: list[tuple[str, Guess | None]]
) -> None:
    assert [
        (line.text, line.guess) for line in settle_lines(row(text, names), Remarks()).content
    ] == meant
