"""The work of a clerk after May 2021: a second month, an amendment, a cancelled item, a new person.

Each function edits the files of a folder `agendas/` that holds May 2021.
"""

from pathlib import Path

from agenda.model import YearMonth
from agenda.source.folder import load_agenda
from agenda.source.writing.skeleton import draft_month

MAY, JUNE, AMENDED = "2021-05.yml", "2021-06.yml", "2021-06.dc1.yml"

PERSON = """\
  - ma: an
    ten: An
    chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]

co_quan:
"""

DRAFT_DAY = "  - ngay: {day}   # {weekday}\n    sang:\n    chieu:\n"
MOVED = "      - {ma: nt6, noi_dung: Nghiệm thu đề tài bưởi, lanh_dao: Đ/c Bình PGĐ}\n"
ITEMS = {
    (1, "Thứ Ba"): """\
    sang:
      - {ma: gb6, noi_dung: Họp giao ban tháng 6, chuan_bi: Văn phòng, lanh_dao: Đ/c Văn GĐ}
    chieu:
      - {ma: kt6, noi_dung: Kiểm tra tem truy xuất, gio: "14:00", lanh_dao: Đ/c An PGĐ}
""",
    (15, "Thứ Ba"): f"""\
    sang:
{MOVED}    chieu:
      - {{ma: tt6, noi_dung: Tập huấn sở hữu trí tuệ, lanh_dao: Lãnh đạo Sở}}
""",
    (29, "Thứ Ba"): """\
    sang:
      - {ma: hn6, noi_dung: Hội nghị sơ kết sáu tháng, gio: 8h, lanh_dao: Lãnh đạo Sở}
    chieu:
""",
}


def write_second_month(agendas: Path) -> None:
    """Write June and make all changes after the publication of May."""
    calendar = load_agenda(agendas).calendar
    draft = draft_month(YearMonth(2021, 6), calendar)
    (agendas / JUNE).write_text(draft, encoding="utf-8")
    add_person(agendas)
    fill_in_june(agendas)
    amend_june(agendas)
    cancel_in_may(agendas)


def add_person(agendas: Path) -> None:
    _replace(agendas / "danh-ba.yml", "\nco_quan:\n", PERSON)


def fill_in_june(agendas: Path) -> None:
    """Fill in the month that `agenda new` drafted."""
    june = agendas / JUNE
    _replace(june, "  so:\n", "  so: 18/CTr-SKHCN\n")
    _replace(june, "  ngay_ban_hanh:   #", "  ngay_ban_hanh: 2021-05-31   #")
    for (day, weekday), items in ITEMS.items():
        drafted = DRAFT_DAY.format(day=day, weekday=weekday)
        _replace(june, drafted, f"  - ngay: {day}   # {weekday}\n{items}")


def amend_june(agendas: Path) -> None:
    """Write the amendment: an item reworded, one moved within the month, one put off, one new."""
    text = (agendas / JUNE).read_text("utf-8")
    amended = agendas / AMENDED
    amended.write_text(text, encoding="utf-8")
    _replace(amended, "18/CTr-SKHCN", "19/CTr-SKHCN")
    _replace(amended, "2021-05-31", "2021-06-07")
    _replace(amended, "Kiểm tra tem truy xuất", "Kiểm tra tem truy xuất nguồn gốc")
    _replace(amended, f"    sang:\n{MOVED}", "    sang:\n")
    drafted = DRAFT_DAY.format(day=16, weekday="Thứ Tư")
    added = "      - {ma: moi6, noi_dung: Làm việc với xã Hương Trạch, lanh_dao: Đ/c An PGĐ}\n"
    entry = f"  - ngay: 16   # Thứ Tư\n    sang:\n{MOVED}    chieu:\n{added}"
    _replace(amended, drafted, entry)
    _replace(amended, "gio: 8h,", "gio: 8h, trang_thai: doi, doi_sang: 2021-06-30 chieu,")


def cancel_in_may(agendas: Path) -> None:
    item = "      - ma: r3rv\n"
    _replace(agendas / MAY, item, f"{item}        trang_thai: huy\n        ly_do: Chậm bản thảo\n")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{path.name} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
