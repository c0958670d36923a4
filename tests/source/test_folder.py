"""The folder as a whole: months, revisions, and entries that cross from one month into another."""

from datetime import date, time
from pathlib import Path
from typing import IO, Literal
from unicodedata import normalize

import pytest

from agenda.model import Day, Month, Problem, ScheduleEntry, YearMonth
from agenda.source.file_names import OTHER_FILES, display_path
from agenda.source.folder import LoadedAgenda, find_month_files, load_agenda
from agenda.source.writing.files import error_reason
from tests.originals import pdf

Form = Literal["NFC", "NFD"]

HOLIDAY = "  - {ngay: 30/4-3/5, nghi: 'Nghỉ lễ 30/4, 01/5'}\n"
JOURNEY = "  - {ngay: 29/4-4/5, ca_ngay: {ma: a1, noi_dung: Đoàn công tác}}\n"


def write_month(folder: Path, name: str, rows: str) -> None:
    """Write a month's file, named without `.yml`."""
    month = name.partition(".")[0]
    text = f"thang: {month}\nvan_ban: {{ngay_ban_hanh: {month}-01}}\nlich:\n{rows}"
    (folder / f"{name}.yml").write_text(text, "utf-8")


def read(folder: Path) -> dict[str, Month]:
    reading = load_agenda(folder)
    assert not reading.failed, reading.problems
    return {str(month.month): month for month in reading.agenda.months}


def labels(month: Month, *numbers: int) -> list[tuple[str, ...]]:
    return [month.days[number - 1].labels for number in numbers]


def codes(month: Month, *numbers: int) -> list[list[str]]:
    return [[item.code for item in month.days[number - 1].items] for number in numbers]


def test_an_empty_folder_is_an_empty_agenda(tmp_path: Path) -> None:
    reading = load_agenda(tmp_path)
    assert (reading.agenda.months, reading.problems, reading.failed) == ((), (), False)


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_agenda(tmp_path / "agendas")


def test_days_off_are_shown_in_both_months_that_are_published(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", HOLIDAY)
    write_month(tmp_path, "2021-05", "  - ngay: 4\n")
    months = read(tmp_path)
    label = ("Nghỉ lễ 30/4, 01/5",)
    assert labels(months["2021-04"], 29, 30) == [(), label]
    assert labels(months["2021-05"], 1, 2, 3, 4) == [label, label, label, ()]
    assert months["2021-05"].items == ()


def test_days_off_are_shown_once_where_both_papers_have_them(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", HOLIDAY)
    write_month(tmp_path, "2021-05", HOLIDAY)
    months = read(tmp_path)
    entry = ScheduleEntry(
        first=date(2021, 4, 30), last=date(2021, 5, 3), label="Nghỉ lễ 30/4, 01/5"
    )
    assert months["2021-04"].days[29] == Day(date=date(2021, 4, 30), entries=(entry,))
    assert months["2021-05"].days[0] == Day(date=date(2021, 5, 1), entries=(entry,))


def test_a_row_of_its_own_stands_before_days_off_from_another_month(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", HOLIDAY)
    write_month(tmp_path, "2021-05", "  - {ngay: 1-2, nghi: Nghỉ}\n  - ngay: 3\n")
    assert labels(read(tmp_path)["2021-05"], 1, 2, 3) == [("Nghỉ",), ("Nghỉ",), ()]


def test_an_appointment_of_several_days_is_shown_on_each_in_both_months(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", JOURNEY)
    write_month(tmp_path, "2021-05", "  - {ngay: 4, sang: {ma: b1, noi_dung: Họp}}\n")
    months = read(tmp_path)
    assert codes(months["2021-04"], 28, 29, 30) == [[], ["a1"], ["a1"]]
    assert codes(months["2021-05"], 1, 3, 4, 5) == [["a1"], ["a1"], ["b1", "a1"], []]
    assert [item.code for item in months["2021-05"].items] == ["b1"]
    (journey,) = months["2021-04"].items
    assert months["2021-05"].days[0].items == (journey,)
    assert (journey.month, journey.first, journey.last) == (
        YearMonth(2021, 4),
        date(2021, 4, 29),
        date(2021, 5, 4),
    )


def test_an_entry_reaches_over_the_end_of_the_year(tmp_path: Path) -> None:
    write_month(tmp_path, "2020-12", "  - {ngay: 28/12-03/1, ca_ngay: {ma: a1, noi_dung: Trực}}\n")
    write_month(tmp_path, "2021-01", "  - ngay: 4\n")
    months = read(tmp_path)
    assert codes(months["2020-12"], 27, 28, 31) == [[], ["a1"], ["a1"]]
    assert codes(months["2021-01"], 1, 3, 4) == [["a1"], ["a1"], []]


def test_an_entry_reaches_over_a_whole_month_between(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-01", "  - {ngay: 31/1-1/3, ca_ngay: {ma: a1, noi_dung: Trực}}\n")
    write_month(tmp_path, "2021-02", "  - ngay: 1\n")
    write_month(tmp_path, "2021-03", "  - ngay: 1\n")
    months = read(tmp_path)
    assert codes(months["2021-02"], *range(1, 29)) == [["a1"]] * 28
    assert codes(months["2021-03"], 1, 2) == [["a1"], []]


def test_what_reaches_into_a_month_without_a_file_is_shown_nowhere_else(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", JOURNEY)
    assert list(read(tmp_path)) == ["2021-04"]


def test_only_the_newest_revision_reaches_into_other_months(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-04", JOURNEY)
    write_month(tmp_path, "2021-04.dc1", "  - ngay: 29\n")
    write_month(tmp_path, "2021-05", "  - ngay: 4\n")
    months = read(tmp_path)
    assert codes(months["2021-05"], 1, 4) == [[], []]
    assert codes(months["2021-04"], 29, 30) == [[], []]


def test_revisions_are_in_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("2021-05", *(f"2021-05.dc{number}" for number in range(1, 11))):
        write_month(tmp_path, name, "  - ngay: 4\n")
    (month,) = read(tmp_path).values()
    assert [revision.number for revision in month.revisions] == list(range(11))
    assert month.current.source == f"{tmp_path.name}/2021-05.dc10.yml"


def test_months_are_in_order_of_time(tmp_path: Path) -> None:
    for name in ("2021-10", "2020-12", "2021-02"):
        write_month(tmp_path, name, "  - ngay: 4\n")
    assert list(read(tmp_path)) == ["2020-12", "2021-02", "2021-10"]


def test_the_last_years_that_can_be_written_are_read(tmp_path: Path) -> None:
    write_month(tmp_path, "1900-01", "  - {ngay: 30/12-1/1, nghi: Nghỉ}\n")
    write_month(tmp_path, "2099-12", "  - {ngay: 31/12-1/1, nghi: Nghỉ}\n")
    assert list(read(tmp_path)) == ["1900-01", "2099-12"]


def test_month_files_are_found_by_their_names(tmp_path: Path) -> None:
    names = ("2021-05.yml", "2021-05.dc2.yml", "2021-04.yml", "danh-ba.yml", "x.yml", "y.txt")
    problems: list[Problem] = []
    files = find_month_files([tmp_path / name for name in names], problems)
    assert [(file.path.name, str(file.month), file.number) for file in files] == [
        ("2021-04.yml", "2021-04", 0),
        ("2021-05.yml", "2021-05", 0),
        ("2021-05.dc2.yml", "2021-05", 2),
    ]
    assert {(problem.kind, problem.location.file) for problem in problems} == {
        ("no-predecessor", display_path(tmp_path / "2021-05.dc2.yml")),
    }


def test_a_file_is_shown_with_its_folder() -> None:
    assert display_path(Path("/somewhere/agendas/2021-05.yml")) == "agendas/2021-05.yml"


def test_a_month_with_an_error_is_still_read_as_far_as_it_goes(tmp_path: Path) -> None:
    write_month(tmp_path, "2021-05", "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp}, x: 1}\n")
    reading = load_agenda(tmp_path)
    assert reading.failed
    assert [item.code for item in reading.agenda.items] == ["a1"]


def test_a_time_of_two_numbers_stays_a_text(tmp_path: Path) -> None:
    """YAML 1.1 reads 14:05 without quotation marks as the number 845."""
    rows = "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp, gio: 14:05}}\n"
    write_month(tmp_path, "2021-05", rows)
    (item,) = read(tmp_path)["2021-05"].items
    assert (item.start, item.end) == (time(14, 5), None)


def test_each_text_of_a_list_of_names_begins_a_line_and_keeps_its_marks(tmp_path: Path) -> None:
    rows = "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp, lanh_dao: ['An, Minh', '- Hoa', ';Lan']}}\n"
    write_month(tmp_path, "2021-05", rows)
    (item,) = read(tmp_path)["2021-05"].items
    assert "".join(mention.joiner + mention.text for mention in item.leaders) == (
        "An, Minh\n- Hoa\n;Lan"
    )
    assert [mention.joiner for mention in item.leaders].count("\n") == 2


def test_a_file_that_may_not_be_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_month(tmp_path, "2021-05", "  - ngay: 4\n")
    for name in OTHER_FILES:
        (tmp_path / name).touch()

    def refuse(path: Path, *_: object) -> IO[bytes]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    reading: LoadedAgenda = load_agenda(tmp_path)
    assert [(problem.kind, problem.message) for problem in reading.problems] == [
        ("unreadable", f"không đọc được tệp: {error_reason(PermissionError(13, ''))}")
    ] * 4


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("kept", ["NFC", "NFD"])
def test_a_signed_original_is_found_however_its_name_is_kept(
    kept: Form, written: Form, tmp_path: Path
) -> None:
    name = "tep/Bản ký/tháng 5 đã ký.pdf"
    original = tmp_path / normalize(kept, name)
    original.parent.mkdir(parents=True)
    original.write_bytes(pdf())
    (tmp_path / "tep/other.pdf").write_bytes(pdf())
    (tmp_path / "2021-05.yml").write_text(
        f"thang: 2021-05\nvan_ban: {{ngay_ban_hanh: 2021-05-04, tep: {normalize(written, name)}}}\n"
        "lich:\n  - ngay: 4\n",
        "utf-8",
    )
    file = read(tmp_path)["2021-05"].current.document.file
    assert file is not None
    assert (tmp_path / file).read_bytes() == pdf()
    assert normalize("NFC", file) == name


def test_a_draft_is_read_as_if_it_stood_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "2021-05.yml").write_text(
        "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich: [{ngay: 4}]\n", "utf-8"
    )
    draft = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-14}\nlich: [{ngay: 14, sang: Họp}]\n"
    drafts = {"2021-05.dc1.yml": draft, "2021-06.yml": draft.replace("-05", "-06")}
    reading = load_agenda(tmp_path, drafts=drafts)
    assert [
        (str(month.month), [len(revision.items) for revision in month.revisions])
        for month in reading.agenda.months
    ] == [("2021-05", [0, 1]), ("2021-06", [1])]
    assert not reading.failed
    assert [path.name for path in tmp_path.iterdir()] == ["2021-05.yml"]


def test_a_draft_of_the_directory_is_read_for_all_months(tmp_path: Path) -> None:
    (tmp_path / "2021-05.yml").write_text(MINIMAL_MONTH, encoding="utf-8")
    draft = "lanh_dao: [{ma: an, ten: An, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]}]\n"
    assert load_agenda(tmp_path).agenda.directory.people == ()
    reading = load_agenda(tmp_path, drafts={"danh-ba.yml": draft})
    (item,) = reading.agenda.items
    assert [mention.entry and mention.entry.code for mention in item.leaders] == ["an"]


MINIMAL_MONTH = """\
thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
lich: [{ngay: 4, sang: {ma: b1, noi_dung: Họp, lanh_dao: Đ/c An GĐ}}]
"""
