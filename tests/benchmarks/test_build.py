"""The benchmark of builds measures what its table says."""

from tests.benchmarks.build import Measurement, measure, table


def test_a_measurement_is_of_a_whole_build() -> None:
    measured = measure(1, repeat=1)
    assert (measured.years, measured.months) == (1, 12)
    assert measured.items > 12 * 30
    assert measured.pages > 12 + 4 * 2  # months; leaders, each with a year
    assert measured.output > 12 * 50_000
    assert measured.memory > 20_000_000
    assert 0 < measured.reading < measured.cpu_seconds


def test_the_table_takes_off_what_no_month_can_change() -> None:
    rows = [
        Measurement(
            years=years,
            months=12 * years,
            items=500 * years,
            pages=30 + 30 * years,
            reading=0.25 * years,
            building=1.0 + years,
            cpu_seconds=0.5 + years,
            memory=40_000_000,
            output=3_000_000 + 2_400_000 * years,
        )
        for years in (0, 1, 2)
    ]
    assert [line.split() for line in table(rows).splitlines()[1:]] == [
        ["0", "0", "0", "30", "0.00", "1.00", "0.50", "40", "3.0"],
        ["1", "12", "500", "60", "0.25", "2.00", "1.50", "83.3", "1.00", "40", "5.4", "200"],
        ["2", "24", "1000", "90", "0.50", "3.00", "2.50", "83.3", "1.00", "40", "7.8", "200"],
    ]
