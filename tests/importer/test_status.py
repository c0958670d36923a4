"""Test the status of items: postponed, cancelled, moved."""

from datetime import date, time

import pytest

from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.status import StatusMention, is_moved_from, read_status
from agenda.model import HalfDay, Slot, Status, YearMonth

MAY = DateContext(month=YearMonth(2021, 5))


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("hoãn", StatusMention(status=Status.POSTPONED)),
        ("Tạm hoãn", StatusMention(status=Status.POSTPONED)),
        ("hủy", StatusMention(status=Status.CANCELLED)),
        ("huỷ bỏ", StatusMention(status=Status.CANCELLED)),
        ("không tổ chức", StatusMention(status=Status.CANCELLED)),
        (
            "chuyển sang chiều 20",
            StatusMention(status=Status.MOVED, moved_to=Slot(date(2021, 5, 20), HalfDay.AFTERNOON)),
        ),
        ("dời đến ngày 20/5", StatusMention(status=Status.MOVED, moved_to=Slot(date(2021, 5, 20)))),
        (
            "lùi sang 14h ngày 20/5",
            StatusMention(
                status=Status.MOVED,
                moved_to=Slot(date(2021, 5, 20), HalfDay.AFTERNOON, start=time(14)),
            ),
        ),
        (
            "chuyển sang 20-22/5",
            StatusMention(
                status=Status.MOVED,
                moved_to=Slot(date(2021, 5, 20), last=date(2021, 5, 22)),
            ),
        ),
        ("chuyển sang tuần sau", None),
        ("chuyển từ sáng 18", None),
        ("Giấy mời riêng", None),
        ("hoãn họp với ai đó", None),
    ],
)
def test_a_status_is_read_only_if_the_words_name_nothing_else(
    words: str, fate: StatusMention | None
) -> None:
    assert read_status(words, MAY) == fate


def test_the_former_day_is_distinguished_from_the_new_day() -> None:
    assert is_moved_from("chuyển từ sáng 18")
    assert not is_moved_from("chuyển sang sáng 18")
