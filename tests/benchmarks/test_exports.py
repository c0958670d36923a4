"""The benchmark of exports measures every kind of file."""

from tests.benchmarks.exports import measure


def test_every_kind_of_file_is_measured() -> None:
    measured = {each.kind: each for each in measure(1, rounds=1)}
    assert {kind: each.files for kind, each in measured.items() if kind != "calendars"} == {
        "feeds": 1 + 5,
        "months (JSON)": 12,
        "tables": 2,
        "description": 1,
        "JSON-LD": 12,
        "frames": 2,
    }
    assert measured["calendars"].files > 2 + 5
    assert all(0 < each.compressed < each.size for each in measured.values())
