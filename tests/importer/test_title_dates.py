"""Test months in words, quarters and years of titles."""

from datetime import date

import pytest

from agenda.importer.lexicon.title_dates import (
    likely_month,
    read_quarter,
    with_month_in_figures,
    year_named,
)
from agenda.model import YearMonth


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("cong tac thang sau nam 2022", "cong tac thang 6 nam 2022"),
        ("cong tac thang muoi hai nam 2022", "cong tac thang 12 nam 2022"),
        ("cong tac thang tu nam 2022", "cong tac thang 4 nam 2022"),
        ("cong tac thang tu ngay 05/4", "cong tac thang tu ngay 05/4"),
        ("cong tac thang 5 nam 2022", "cong tac thang 5 nam 2022"),
    ],
)
def test_a_month_in_words_is_one_where_its_year_follows(title: str, read: str) -> None:
    assert " ".join(with_month_in_figures(title).split()) == read


@pytest.mark.parametrize(
    ("title", "quarter"),
    [
        ("chuong trinh cong tac quy ii nam 2021", (date(2021, 4, 1), date(2021, 6, 30))),
        ("chuong trinh cong tac quy iv/2021", (date(2021, 10, 1), date(2021, 12, 31))),
        ("lich cong tac thang 5", None),
    ],
)
def test_a_quarter_has_three_months(title: str, quarter: tuple[date, date] | None) -> None:
    assert read_quarter(title, 2021) == quarter


def test_the_year_follows_its_word_or_a_slash() -> None:
    titles = ("tuan thu 20 nam 2021", "thang 5/2022", "tuan 20")
    assert [year_named(title) for title in titles] == [2021, 2022, None]


def test_short_dates_name_a_month_where_the_year_is_known() -> None:
    texts = ["Thứ hai – 17/05", "Thứ ba – 18/05", "Tuần 20", "01/6"]
    assert (likely_month(texts, 2021), likely_month(texts, None)) == (YearMonth(2021, 5), None)
