"""Test that codes are given once and stay the same in every revision."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from agenda.history.identity import identify
from agenda.model import Agenda
from tests.history.revisions import read_months


def codes(agenda: Agenda) -> list[dict[str, str]]:
    """Return the code of each item by its words, for each revision of the one month."""
    (month,) = identify(agenda).agenda.months
    return [{item.text: item.code for item in each.items} for each in month.revisions]


def test_an_item_keeps_its_code_when_it_is_moved_or_reworded() -> None:
    first, second, third = codes(
        read_months(
            "- {ngay: 4, sang: [Họp giao ban tháng 5, Duyệt Bản tin]}",
            "- {ngay: 6, chieu: [Họp giao ban tháng 5]}\n- {ngay: 4, sang: Duyệt Bản tin}",
            "- {ngay: 6, chieu: ['Họp giao ban tháng 5, tháng 6', Duyệt Bản tin, Chào cờ]}",
        )
    )
    assert first == second
    assert third == {
        "Họp giao ban tháng 5, tháng 6": first["Họp giao ban tháng 5"],
        "Duyệt Bản tin": first["Duyệt Bản tin"],
        "Chào cờ": third["Chào cờ"],
    }
    assert third["Chào cờ"] not in first.values()


def test_an_item_that_comes_back_as_it_was_gets_its_code_back() -> None:
    first, _, third = codes(
        read_months(
            "- {ngay: 4, sang: [Họp giao ban, Chào cờ]}",
            "- {ngay: 4, sang: Chào cờ}",
            "- {ngay: 4, sang: [Họp giao ban, Chào cờ]}",
        )
    )
    assert third == first


def test_a_new_item_never_takes_the_code_of_one_that_is_gone() -> None:
    """Test with an earlier item that has the code derived from the words of the new one."""
    (alone,) = codes(read_months("- {ngay: 4, sang: Chào cờ}"))
    before, after = codes(
        read_months(
            f"- {{ngay: 9, sang: [{{ma: {alone['Chào cờ']}, noi_dung: Họp liên ngành}}]}}",
            "- {ngay: 4, sang: Chào cờ}",
        )
    )
    assert set(before.values()) & set(after.values()) == set()


def test_codes_written_are_the_codes_that_were_given_before() -> None:
    before = codes(read_months("- {ngay: 4, sang: [Họp, Chào cờ]}", "- {ngay: 5, sang: Họp}"))
    written = [
        ", ".join(f"{{ma: {code}, noi_dung: {words}}}" for words, code in revision.items())
        for revision in before
    ]
    again = read_months(*(f"- {{ngay: {4 + n}, sang: [{w}]}}" for n, w in enumerate(written)))
    assert codes(again) == before


def test_every_day_shows_the_items_with_their_codes() -> None:
    agenda = identify(read_months("- {ngay: 4-6, ca_ngay: Hội thi}")).agenda
    (month,) = agenda.months
    (item,) = month.items
    assert item.code
    assert [day.items for day in month.days[3:6]] == [(item,)] * 3


words = st.sampled_from(["Họp", "Chào cờ", "Kiểm tra cơ sở", "Họp giao ban tuần"])


@given(st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=4))
def test_codes_are_unique_in_a_revision_and_the_same_each_time(
    revisions: Sequence[Sequence[str]],
) -> None:
    rows = [f"- {{ngay: 4, sang: [{', '.join(items)}]}}" for items in revisions]
    agenda = read_months(*rows)
    identified = identify(agenda)
    for revision in identified.agenda.months[0].revisions:
        given_codes = [item.code for item in revision.items]
        assert len(set(given_codes)) == len(given_codes)
        assert all(given_codes)
    assert identify(agenda) == identified
