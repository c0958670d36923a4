"""Charts of an entry's years share one scale and show every month with items."""

from dataclasses import replace

from agenda.model import Item, Person, YearMonth
from agenda.site.views.directory.charts import HIGHEST, count_years
from tests.may import ITEM

BINH = Person(code="binh", name="Bình")


def items(month: YearMonth, count: int) -> list[Item]:
    item = replace(ITEM, month=month, first=month.first, last=month.first)
    return [replace(item, code=f"a{number}") for number in range(count)]


def test_the_newest_year_comes_first_and_all_years_have_one_scale() -> None:
    years = count_years(
        BINH,
        {
            2020: items(YearMonth(2020, 1), 4),
            2021: [*items(YearMonth(2021, 5), 8), *items(YearMonth(2021, 6), 2)],
        },
    )
    assert [(year.year, year.count) for year in years] == [(2021, 10), (2020, 4)]
    assert [max(year.heights) for year in years] == [HIGHEST, HIGHEST // 2]
    assert years[0].heights == (0, 0, 0, 0, HIGHEST, HIGHEST // 4, 0, 0, 0, 0, 0, 0)


def test_a_month_with_anything_in_it_is_never_flat() -> None:
    (year,) = count_years(
        BINH, {2021: [*items(YearMonth(2021, 5), 1000), *items(YearMonth(2021, 6), 1)]}
    )
    assert year.heights[5] == 1


def test_the_busiest_month_is_said_in_words_the_first_of_equals() -> None:
    (year,) = count_years(
        BINH, {2021: [*items(YearMonth(2021, 6), 3), *items(YearMonth(2021, 5), 3)]}
    )
    assert year.busiest == "nhiều nhất là tháng 5: 3 việc"


def test_a_year_that_only_an_older_revision_names_has_no_chart() -> None:
    (year,) = count_years(BINH, {2021: []})
    assert (year.count, year.heights, year.busiest) == (0, (), None)
