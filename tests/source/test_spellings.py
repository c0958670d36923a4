"""Test other spellings of keys, statuses, dates and half-days: they give the same publication."""

from pathlib import Path

import pytest

from agenda.exports.months import month_content
from agenda.history.content import revision_content
from agenda.history.identity import identify
from agenda.model import Agenda
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.writing.codes import write_codes_to_files

CANONICAL = """\
thang: 2021-08
van_ban: {ngay_ban_hanh: 2021-07-30, noi_ban_hanh: Hà Tĩnh}
lich:
  - {ngay: 1-31, ca_ngay: Trực cơ quan}
  - ngay: 4
    sang:
      - {noi_dung: Họp một, dia_diem: Hội trường, trang_thai: huy}
      - {noi_dung: Họp hai, trang_thai: hoan, ly_do: Mưa}
    chieu:
      - noi_dung: Họp ba
        trang_thai: doi
        doi_sang: 2021-08-13 chieu
    toi: Diễn tập
"""

OTHERWISE = """\
Tháng: 2021-08
Văn bản: {ngày ban hành: 30/7/2021, Nơi ban hành: Hà Tĩnh}
LICH:
  - {Ngày: 1-31, Cả ngày: Trực cơ quan}
  - Ngay: 4/8/2021
    Sáng:
      - {Nội dung: Họp một, Địa điểm: Hội trường, Trạng thái: hủy}
      - {noi_dung: Họp hai, trang_thai: Hoãn, Lý do: Mưa}
    Chiều:
      - noi dung: Họp ba
        trang_thai: đổi
        Đổi sang: 2021-08-13 chiều
    TỐI: Diễn tập
"""

STATUSES = {
    "huy": ("huy", "hủy", "Hủy", "HỦY", "huỷ", "Huỷ"),
    "hoan": ("hoan", "hoãn", "Hoãn"),
    "doi": ("doi", "DOI", "đổi", "Đổi", "dời"),
}


def read(folder: Path, text: str) -> LoadedAgenda:
    folder.mkdir(exist_ok=True)
    (folder / "2021-08.yml").write_text(text, encoding="utf-8")
    reading = load_agenda(folder)
    assert {problem.kind for problem in reading.problems} <= {"missing-code"}
    return reading


def published(agenda: Agenda) -> tuple[object, str]:
    (month,) = identify(agenda).agenda.months
    return revision_content(month.current), month_content(month, "")


def test_every_other_spelling_gives_the_same_publication(tmp_path: Path) -> None:
    first, other = (
        read(tmp_path / name, text) for name, text in (("a", CANONICAL), ("b", OTHERWISE))
    )
    assert published(first.agenda) == published(other.agenda)
    assert [problem.field for problem in first.problems] == [
        problem.field for problem in other.problems
    ]


def test_codes_are_written_beside_other_spellings(tmp_path: Path) -> None:
    before = identify(read(tmp_path, OTHERWISE).agenda).agenda
    assert len(write_codes_to_files(tmp_path, before)) == 1
    written = (tmp_path / "2021-08.yml").read_text(encoding="utf-8")
    assert "    Chiều:\n      - ma: " in written
    after = load_agenda(tmp_path)
    assert after.problems == ()
    assert published(after.agenda) == published(before)


@pytest.mark.parametrize(
    ("word", "written"), [(word, each) for word, forms in STATUSES.items() for each in forms]
)
def test_a_status_may_have_diacritics_and_capitals(word: str, written: str, tmp_path: Path) -> None:
    moved = ", doi_sang: 2021-08-13" if word == "doi" else ""
    text = CANONICAL.replace(
        "toi: Diễn tập", f"toi: {{noi_dung: Diễn tập, trang_thai: {written}{moved}}}"
    )
    (month,) = read(tmp_path, text).agenda.months
    assert month.items[-1].status.value == word
