"""Words that are likely misread, and those that only look so."""

import pytest

from agenda.vietnam.spelling.misreadings import Misreading, find_misreadings


@pytest.mark.parametrize("text", ["Hợp soát xét Bản thảo", "Hợp UBND tỉnh"])
def test_a_meeting_is_likely_meant(text: str) -> None:
    assert find_misreadings(text) == (Misreading(word="Hợp", suggestion="Họp"),)


@pytest.mark.parametrize(
    "text", ["Họp giao ban", "Hợp đồng chuyển giao", "Hợp tác với tỉnh bạn", "Ký kết hợp tác"]
)
def test_words_made_with_hop_are_left_alone(text: str) -> None:
    assert find_misreadings(text) == ()
