"""What became of an appointment, in the words of papers."""

from datetime import date

import pytest

from agenda.importer.lexicon.dates import Frame
from agenda.importer.lexicon.status import Fate, read_fate, tells_origin
from agenda.model import HalfDay, Slot, Status, YearMonth

MAY = Frame(month=YearMonth(2021, 5))


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("hoãn", Fate(status=Status.POSTPONED)),
        ("Tạm hoãn", Fate(status=Status.POSTPONED)),
        ("hủy", Fate(status=Status.CANCELLED)),
        ("huỷ bỏ", Fate(status=Status.CANCELLED)),
        ("không tổ chức", Fate(status=Status.CANCELLED)),
        (
            "chuyển sang chiều 20",
            Fate(status=Status.MOVED, moved_to=Slot(date(2021, 5, 20), HalfDay.AFTERNOON)),
        ),
        ("dời đến ngày 20/5", Fate(status=Status.MOVED, moved_to=Slot(date(2021, 5, 20)))),
        (
            "lùi sang 14h ngày 20/5",
            Fate(status=Status.MOVED, moved_to=Slot(date(2021, 5, 20), HalfDay.AFTERNOON)),
        ),
        ("chuyển sang tuần sau", None),
        ("chuyển từ sáng 18", None),
        ("Giấy mời riêng", None),
        ("hoãn họp với ai đó", None),
    ],
)
def test_a_fate_is_read_only_where_the_words_say_nothing_else(
    words: str, fate: Fate | None
) -> None:
    assert read_fate(words, MAY) == fate


def test_where_it_came_from_is_told_from_where_it_went() -> None:
    assert tells_origin("chuyển từ sáng 18")
    assert not tells_origin("chuyển sang sáng 18")
