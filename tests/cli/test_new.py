"""`agenda new` writes the files of `tests/cases/new`."""

import errno
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.model import YearMonth
from agenda.source.folder import load_agenda
from agenda.source.writing.skeleton import draft_month
from agenda.vietnam.holidays import WorkCalendar
from tests.cli.conftest import Agenda

DRAFTS = Path(__file__).parents[1] / "cases" / "new"
REFUSED = "không có quyền, hoặc tệp đang mở trong chương trình khác"
MONTHS = sorted(path.stem for path in DRAFTS.glob("*.yml"))


def only_problem(month: str) -> str:
    return (
        f'agendas/{month}.yml:6:3: lỗi: Văn bản: khóa "ngay_ban_hanh" (Ngày ban hành) để trống; '
        'ghi "ngay_ban_hanh: …" – ngày ký, viết năm-tháng-ngày'
    )


def test_there_are_drafts_of_tet_holidays_february_and_december() -> None:
    assert MONTHS == ["2021-02", "2021-05", "2024-02", "2026-04", "2026-12"]


@pytest.mark.parametrize("month", MONTHS)
def test_a_month_is_drafted_whole(agendas: Path, agenda: Agenda, month: str) -> None:
    run = agenda("new", month)
    assert (run.status, run.out, run.err) == (
        0,
        f"Đã tạo agendas/{month}.yml. Điền xong, hãy chạy: agenda check\n",
        "",
    )
    drafted = (agendas / f"{month}.yml").read_bytes()
    assert drafted == (DRAFTS / f"{month}.yml").read_bytes()
    assert [path.name for path in agendas.iterdir()] == [f"{month}.yml"]


@given(st.builds(YearMonth, st.integers(1900, 2099), st.integers(1, 12)))
def test_a_draft_lacks_nothing_but_the_date_of_signing(month: YearMonth) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "agendas"
        folder.mkdir()
        path = folder / f"{month}.yml"
        path.write_text(draft_month(month, WorkCalendar()), "utf-8")
        assert [str(problem) for problem in load_agenda(folder).problems] == [
            only_problem(str(month))
        ]
        signed = path.read_text("utf-8").replace("hanh: ", f"hanh: {month.first}", 1)
        path.write_text(signed, "utf-8")
        reading = load_agenda(folder)
        assert reading.problems == ()
    (drafted,) = reading.agenda.months
    assert all(day.listed for day in drafted.days)
    assert drafted.items == ()


def test_what_documents_order_is_in_the_draft(agendas: Path, agenda: Agenda) -> None:
    (agendas / "ngay-nghi.yml").write_text(
        """\
nghi:
  - {ngay: 2021-06-07, ten: "Nghỉ bù: bầu cử # 1", van_ban: Thông báo 1}
  - {ngay: 2021-06-08, ten: Nghỉ mát, van_ban: Thông báo 1}
  - {ngay: 2021-06-09, ten: Nghỉ mát, van_ban: Thông báo 1}
lam_bu:
  - {ngay: 2021-06-12, ten: Làm bù, van_ban: Thông báo 1}
""",
        "utf-8",
    )
    assert agenda("new", "2021-06").status == 0
    assert """
  - ngay: 5-6
    nghi: Thứ Bảy, Chủ nhật

  - ngay: 7
    nghi: "Nghỉ bù: bầu cử # 1"

  - ngay: 8-9
    nghi: Nghỉ mát

  - ngay: 10   # Thứ Năm
    sang:
    chieu:

  - ngay: 11   # Thứ Sáu
    sang:
    chieu:

  - ngay: 12   # Thứ Bảy
    sang:
    chieu:

  - ngay: 13
    nghi: Chủ nhật
""" in (agendas / "2021-06.yml").read_text("utf-8")
    run = agenda("check")
    assert run.out.splitlines()[0] == only_problem("2021-06")
    assert run.out.splitlines()[1].lstrip().startswith("6 |   ngay_ban_hanh:")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip)
)
def test_any_name_of_a_day_off_is_written_so_that_it_reads_back(name: str) -> None:
    month = YearMonth(2021, 6)
    calendar = WorkCalendar(extra_off={month.first: name.strip()})
    with TemporaryDirectory() as folder:
        (Path(folder) / "2021-06.yml").write_text(draft_month(month, calendar), "utf-8")
        (drafted,) = load_agenda(Path(folder)).agenda.months
    assert drafted.days[0].labels == (unicodedata.normalize("NFC", name).strip(),)


def test_a_file_that_is_there_is_left_alone(agendas: Path, agenda: Agenda) -> None:
    path = agendas / "2021-06.yml"
    path.write_text("thang: 2021-06\n", "utf-8")
    run = agenda("new", "2021-06")
    assert (run.status, run.out, run.err) == (
        1,
        "",
        "Đã có agendas/2021-06.yml, không ghi đè. Hãy mở tệp đó để sửa.\n",
    )
    assert path.read_text("utf-8") == "thang: 2021-06\n"


def test_errors_in_other_files_do_not_matter(agendas: Path, agenda: Agenda) -> None:
    (agendas / "2021-05.yml").write_text("thang: [", "utf-8")
    assert agenda("new", "2021-06").status == 0


def test_a_folder_that_refuses_is_told(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "x")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    run = agenda("new", "2021-06")
    assert (run.status, run.out, run.err) == (
        1,
        "",
        f"Lỗi: không đọc hoặc ghi được {agendas / '2021-06.yml'}: {REFUSED}.\n",
    )
    assert list(agendas.iterdir()) == []


def test_it_works_from_below(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = agendas.parent / "docs"
    below.mkdir()
    monkeypatch.chdir(below)
    assert agenda("new", "2021-06").status == 0
    assert (agendas / "2021-06.yml").is_file()
