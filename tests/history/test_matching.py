"""Test that items of two revisions are matched one to one and that every guess is reported."""

import pytest

from agenda.history.matching import MatchBasis, match_items
from tests.history.revisions import read_months
from tests.history.score import measure

MatchSummary = list[tuple[str, str, str, bool]]


def matched(before: str, after: str) -> tuple[MatchSummary, list[str], list[str]]:
    """Return pairs (code before, words after, basis, doubtful), words added, codes dropped."""
    (month,) = read_months(before, after).months
    first, second = month.revisions
    matching = match_items(first.items, second.items)
    return (
        [
            (pair.before.code, pair.after.text, pair.basis.name, pair.doubtful)
            for pair in matching.pairs
        ],
        [item.text for item in matching.added],
        [item.code for item in matching.dropped],
    )


def test_an_equal_code_matches_whatever_else_changed() -> None:
    assert matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp giao ban tuần}]}",
        "- {ngay: 20, toi: [{ma: b1, noi_dung: Họp giao ban tuần này}]}",
    ) == ([("b1", "Họp giao ban tuần này", "CODE", False)], [], [])


def test_an_equal_code_on_different_words_is_doubtful() -> None:
    pairs, _, _ = matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp giao ban tuần}]}",
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Khánh thành nhà máy điện}]}",
    )
    assert pairs == [("b1", "Khánh thành nhà máy điện", "CODE", True)]


def test_items_with_two_codes_are_two_items() -> None:
    assert matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp}]}",
        "- {ngay: 4, sang: [{ma: b2, noi_dung: Họp}]}",
    ) == ([], ["Họp"], ["b1"])


def test_the_same_words_at_the_same_time_are_the_same_item() -> None:
    assert matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Hoà giải}, {ma: b2, noi_dung: Họp}]}",
        "- {ngay: 4, sang: [Họp, 'Hòa  giải']}",
    ) == ([("b2", "Họp", "EXACT", False), ("b1", "Hòa  giải", "EXACT", False)], [], [])


def test_items_that_change_places_are_told_apart_by_their_words() -> None:
    assert matched(
        """
- {ngay: 4, sang: [{ma: b1, noi_dung: Họp Hội đồng khoa học}]}
- {ngay: 6, sang: [{ma: b2, noi_dung: Duyệt phát hành Bản tin}]}
""",
        """
- {ngay: 4, sang: Duyệt phát hành Bản tin}
- {ngay: 6, sang: Họp Hội đồng khoa học}
""",
    ) == (
        [
            ("b2", "Duyệt phát hành Bản tin", "SIMILARITY", True),
            ("b1", "Họp Hội đồng khoa học", "SIMILARITY", True),
        ],
        [],
        [],
    )


def test_of_four_items_with_the_same_words_the_moved_one_is_found_and_all_are_doubtful() -> None:
    pairs, added, dropped = matched(
        """
- {ngay: 7, sang: [{ma: b1, noi_dung: Kiểm tra cơ sở}]}
- {ngay: 10, sang: [{ma: b2, noi_dung: Kiểm tra cơ sở}]}
- {ngay: 17, sang: [{ma: b3, noi_dung: Kiểm tra cơ sở}]}
- {ngay: 25, sang: [{ma: b4, noi_dung: Kiểm tra cơ sở}]}
""",
        """
- {ngay: 7, sang: Kiểm tra cơ sở}
- {ngay: 10, sang: Kiểm tra cơ sở}
- {ngay: 18, chieu: Kiểm tra cơ sở}
- {ngay: 25, sang: Kiểm tra cơ sở}
""",
    )
    assert [(code, basis) for code, _, basis, _ in pairs] == [
        ("b1", "EXACT"),
        ("b2", "EXACT"),
        ("b3", "SIMILARITY"),
        ("b4", "EXACT"),
    ]
    assert all(doubtful for *_, doubtful in pairs)
    assert (added, dropped) == ([], [])


def test_the_more_similar_half_of_a_split_item_keeps_the_match() -> None:
    pairs, added, dropped = matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: 'Làm việc với Đại học Hà Tĩnh và ký hợp tác'}]}",
        "- {ngay: 4, sang: ['Làm việc với Đại học Hà Tĩnh', 'Ký hợp tác']}",
    )
    assert (pairs, added, dropped) == (
        [("b1", "Làm việc với Đại học Hà Tĩnh", "SIMILARITY", True)],
        ["Ký hợp tác"],
        [],
    )


def test_items_with_different_words_do_not_match_at_the_same_time() -> None:
    assert matched(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Lãnh đạo Sở}]}",
        "- {ngay: 4, sang: [{noi_dung: Tiếp đoàn kiểm tra, lanh_dao: Lãnh đạo Sở}]}",
    ) == ([], ["Tiếp đoàn kiểm tra"], ["b1"])


def test_generated_amendments_are_matched_and_every_mistake_is_listed_for_review(
    capsys: pytest.CaptureFixture[str],
) -> None:
    score = measure(years=2, seed=7)
    with capsys.disabled():
        print(f"\n{score}")  # noqa: T201 - show the figures
    assert score.silent == []
    assert score.right / score.items > 0.985
    assert {basis.name for basis in MatchBasis} == {"CODE", "EXACT", "SIMILARITY"}
