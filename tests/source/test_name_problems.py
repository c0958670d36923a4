"""Test the warnings about names that the directory does not have, or has with another title."""

from pathlib import Path

from agenda.model import Problem, Severity
from agenda.source.folder import load_agenda
from agenda.source.name_problems import join_repeated

MONTH = """\
thang: {month}
van_ban: {{ngay_ban_hanh: {month}-01}}
lich:
  - ngay: 1-28
    ca_ngay:
      - {{ma: a1, noi_dung: Họp, lanh_dao: Đ/c Bình PGĐ, chuan_bi: Phòng QLKH}}
      - {{ma: a2, noi_dung: Đi, lanh_dao: Đ/c Bình PGĐ, chuan_bi: Phòng QLKH}}
  - {{ngay: 29-31, nghi: Nghỉ}}
"""
MONTHS = ("2021-01", "2021-03", "2021-05")
BEFORE = """\
lanh_dao:
  - {ma: binh, ten: Bình, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}
co_quan:
  - {ma: phong-qlkh, ten: Phòng QLKH}
"""
EDITED = """\
lanh_dao:
  - {ma: binh, ten: Bình, chuc_vu: {ten: Giám đốc, viet_tat: GĐ}}
co_quan:
  - {ma: phong-qlkh, ten: Phòng Khoa học}
"""
DATED = """\
lanh_dao:
  - ma: binh
    ten: Bình
    chuc_vu:
      - {ten: Phó Giám đốc, viet_tat: PGĐ, den: 2021-05}
      - {ten: Giám đốc, viet_tat: GĐ, tu: 2021-06}
co_quan:
  - {ma: phong-qlkh-cu, ten: Phòng QLKH, den: 2021-05}
  - {ma: phong-qlkh, ten: Phòng Khoa học, tu: 2021-06}
"""


def warnings(folder: Path, directory: str) -> list[Problem]:
    for month in MONTHS:
        (folder / f"{month}.yml").write_text(MONTH.format(month=month), encoding="utf-8")
    (folder / "danh-ba.yml").write_text(directory, encoding="utf-8")
    reading = load_agenda(folder)
    assert {problem.severity for problem in reading.problems} <= {Severity.WARNING}
    return list(reading.problems)


def test_an_edited_title_and_name_give_one_line_each(tmp_path: Path) -> None:
    assert warnings(tmp_path, BEFORE) == []
    edited = warnings(tmp_path, EDITED)
    assert len(edited) == 2 * 2 * len(MONTHS)
    assert [str(problem).partition(": cảnh báo: ")[2] for problem in join_repeated(edited)] == [
        'Ngày 1-28 › Cả ngày › việc 1 › Lãnh đạo Sở: chức vụ trong "Đ/c Bình PGĐ" không khớp danh '
        "bạ: danh bạ ghi GĐ (ở 6 chỗ, bắt đầu từ đây); nếu chức vụ đã đổi, trong "
        "agendas/danh-ba.yml ghi cả chức vụ cũ kèm den và chức vụ mới kèm tu; nếu bản in ghi sai, "
        "nêu ở hieu_dinh với giu_nguyen",
        'Ngày 1-28 › Cả ngày › việc 1 › Cơ quan chuẩn bị: danh bạ không có "Phòng QLKH" (ở 6 chỗ, '
        "bắt đầu từ đây); thêm vào agendas/danh-ba.yml, tên cũ thì kèm den",
    ]


def test_with_their_dates_both_names_are_known(tmp_path: Path) -> None:
    assert warnings(tmp_path, DATED) == []


def test_one_warning_and_other_problems_stay_as_they_are(tmp_path: Path) -> None:
    problems = warnings(tmp_path, EDITED)
    single = [problem for problem in problems if problem.location.file == "agendas/2021-01.yml"][:1]
    assert join_repeated(single) == tuple(single)
    others = [
        Problem(
            location=problem.location,
            severity=problem.severity,
            kind="typing-leftover",
            field="",
            value="x",
            message="x",
            remedy="y",
        )
        for problem in problems
    ]
    assert join_repeated(others) == tuple(others)
