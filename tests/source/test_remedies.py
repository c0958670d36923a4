"""Follow the remedy of each common message literally: the problem is gone, and no other comes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from agenda.cli import main
from agenda.model import Problem
from agenda.source.folder import load_agenda

MONTH = """\
thang: 2021-05
van_ban:
  ngay_ban_hanh: 2021-05-04
lich:
  - {ngay: 1-3, nghi: Nghỉ}
  - ngay: 4
    sang:
      - ma: a1
        noi_dung: Họp giao ban
        gio: 08:00
        lanh_dao: Đ/c An PGĐ
        chuan_bi: Văn phòng
  - {ngay: 5-31, nghi: Nghỉ}
"""
DIRECTORY = """\
lanh_dao:
  - ma: nguyen-an
    ten: Nguyễn An
    chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
"""
SECOND_AN = """\
lanh_dao:
  - {ma: tran-an, ten: Trần An, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}
"""
MEETING = "noi_dung: Họp giao ban"
DAY = "  - ngay: 4\n"


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, text
        return text.replace(old, new, 1)

    return change


def added(words: str) -> Callable[[str], str]:
    return lambda text: text + words


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A mistake in the month's file, a part of the remedy, and the edit that follows it.

    Without an edit, `command` is what the remedy says to run. `directory` replaces the text of
    the directory before the mistake is read, `in_directory` follows a remedy there.
    """

    kind: str
    mistake: Callable[[str], str]
    says: str
    edit: Callable[[str], str] | None = None
    command: tuple[str, ...] = ()
    directory: str = DIRECTORY
    in_directory: Callable[[str], str] | None = None


def mistake(kind: str, old: str, new: str, says: str, edited: str) -> Mistake:
    return Mistake(kind=kind, mistake=replaced(old, new), says=says, edit=replaced(new, edited))


def as_printed(kind: str, old: str, new: str, words: str, day: int | None = None) -> Mistake:
    """Return a mistake of the document, which is declared as printed."""
    where = f"ngay: {day}, " if day else ""
    return Mistake(
        kind=kind,
        mistake=replaced(old, new),
        says="hieu_dinh với giu_nguyen",
        edit=added(
            f'hieu_dinh:\n  - {{{where}nguyen_van: "{words}", giu_nguyen: Bản in như vậy}}\n'
        ),
    )


MISTAKES = {
    "no code": Mistake(
        kind="missing-code",
        mistake=replaced("ma: a1\n        ", ""),
        says="chạy agenda check --fix",
        command=("check", "--fix"),
    ),
    "a copied code": Mistake(
        kind="duplicate-code",
        mistake=replaced("    sang:\n", "    chieu: {ma: a1, noi_dung: Họp chi bộ}\n    sang:\n"),
        says="chạy agenda check --fix",
        command=("check", "--fix"),
    ),
    "a malformed code": Mistake(
        kind="bad-code",
        mistake=replaced("ma: a1", "ma: Họp 1"),
        says="chạy agenda check --fix",
        command=("check", "--fix"),
    ),
    "a comment of an import": Mistake(
        kind="review-comment",
        mistake=replaced(DAY, f"  # kiểm tra: xem lại\n  #   hàng 2\n{DAY}"),
        says="chạy agenda check --reviewed",
        command=("check", "--reviewed"),
    ),
    "a misspelt key": mistake(
        "unknown-key", "lanh_dao:", "lanhdao:", 'hãy viết "lanh_dao"', "lanh_dao:"
    ),
    "a key twice": Mistake(
        kind="duplicate-key",
        mistake=replaced("        gio: 08:00\n", "        gio: 08:00\n        gio: 08:00\n"),
        says="gộp hai chỗ làm một",
        edit=replaced("        gio: 08:00\n        gio: 08:00\n", "        gio: 08:00\n"),
    ),
    "an unknown status": mistake(
        "unknown-choice",
        MEETING,
        f"{MEETING}\n        trang_thai: nghỉ",
        "huy (hủy)",
        f"{MEETING}\n        trang_thai: huy",
    ),
    "a day that is none": mistake("bad-day", DAY, "  - ngay: mùng 4\n", "viết như 4", DAY),
    "a day of another month": mistake(
        "day-outside", DAY, "  - ngay: 32\n", "có các ngày từ 1 đến 31", DAY
    ),
    "a range backwards": mistake(
        "range-backwards", "ngay: 5-31", "ngay: 31-5", "như 5-31", "ngay: 5-31"
    ),
    "a day twice": mistake("day-twice", "ngay: 5-31", "ngay: 4-31", "sửa lại ngày", "ngay: 5-31"),
    "a working day left out": Mistake(
        kind="unlisted-day",
        mistake=replaced("ngay: 5-31", "ngay: 6-31"),
        says="thêm - ngay: 5 vào lich",
        edit=replaced("  - {ngay: 6-31", "  - ngay: 5\n  - {ngay: 6-31"),
    ),
    "a working day that the document omits": Mistake(
        kind="unlisted-day",
        mistake=replaced("ngay: 5-31", "ngay: 6-31"),
        says="như khong_neu: [5]",
        edit=added("khong_neu: [5]\n"),
    ),
    "an hour that is none": mistake(
        "bad-time", "gio: 08:00", "gio: 8 rưỡi", "viết như 08:30", "gio: 08:30"
    ),
    "an end before the start": mistake(
        "end-before-start", "gio: 08:00", "gio: 09:30-08:00", "như 08:00-09:30", "gio: 08:00-09:30"
    ),
    "a date that is none": mistake(
        "bad-date", "2021-05-04", "4.5.2021", "như 2021-05-04", "2021-05-04"
    ),
    "no date of issue": mistake(
        "missing",
        "van_ban:\n  ngay_ban_hanh: 2021-05-04",
        "van_ban:\n  so: 1/KH",
        'ghi "ngay_ban_hanh: …"',
        "van_ban:\n  so: 1/KH\n  ngay_ban_hanh: 2021-05-04",
    ),
    "another year of issue": as_printed("issued-far", "2021-05-04", "2020-06-04", "2020-06-04"),
    "another month than the file": mistake(
        "wrong-month", "thang: 2021-05", "thang: 2021-06", "viết thang: 2021-05", "thang: 2021-05"
    ),
    "moved nowhere": mistake(
        "moved-nowhere",
        MEETING,
        f"{MEETING}\n        trang_thai: doi",
        "viết trang_thai: hoan",
        f"{MEETING}\n        trang_thai: hoan",
    ),
    "moved without a day": mistake(
        "moved-nowhere",
        MEETING,
        f"{MEETING}\n        trang_thai: doi",
        "thêm doi_sang: … (như 2021-05-20 chieu)",
        f"{MEETING}\n        trang_thai: doi\n        doi_sang: 2021-05-20 chieu",
    ),
    "moved without a status": mistake(
        "moved-without-status",
        MEETING,
        f"{MEETING}\n        doi_sang: 2021-05-20",
        "thêm trang_thai: doi",
        f"{MEETING}\n        trang_thai: doi\n        doi_sang: 2021-05-20",
    ),
    "moved to no half-day": mistake(
        "bad-slot",
        MEETING,
        f"{MEETING}\n        trang_thai: doi\n        doi_sang: 2021-05-20 trưa",
        "như 2021-05-20 chieu hoặc 2021-05-20 09:00-11:00",
        f"{MEETING}\n        trang_thai: doi\n        doi_sang: 2021-05-20 09:00-11:00",
    ),
    "a tab": mistake(
        "yaml-tab", f"        {MEETING}", f"\t{MEETING}", "bằng hai dấu cách", f"        {MEETING}"
    ),
    "a colon in a text": mistake(
        "yaml-syntax",
        MEETING,
        "noi_dung: Họp: giao ban",
        "đặt cả dòng chữ trong dấu nháy kép",
        'noi_dung: "Họp: giao ban"',
    ),
    "no space after a colon": mistake(
        "yaml-syntax", "gio: 08:00", "gio:08:00", "viết như khóa: giá trị", "gio: 08:00"
    ),
    "a non-breaking space": mistake(
        "lookalike", MEETING, "noi_dung:\u00a0Họp giao ban", "gõ lại bằng phím cách", MEETING
    ),
    "a non-breaking space after a key with diacritics": mistake(
        "lookalike", "    sang:\n", "    Sáng:\u00a0\n", "gõ lại bằng phím cách", "    Sáng: \n"
    ),
    "a colon of another keyboard": mistake(
        "lookalike", MEETING, "noi_dung：Họp", "gõ dấu hai chấm và một dấu cách", "noi_dung: Họp"
    ),
    "a sign that cuts the text": mistake(
        "lost-after-sign",
        MEETING,
        f"{MEETING} #2",
        "đặt cả đoạn chữ trong dấu nháy kép",
        'noi_dung: "Họp giao ban #2"',
    ),
    "a text that begins with a sign": mistake(
        "yaml-sign",
        MEETING,
        "noi_dung: &a Họp",
        "đặt cả dòng chữ trong dấu nháy kép",
        'noi_dung: "&a Họp"',
    ),
    "withheld words without quotes": mistake(
        "wrong-type",
        MEETING,
        "noi_dung: [không công bố]",
        "đặt cả dòng chữ trong dấu nháy kép",
        'noi_dung: "[không công bố]"',
    ),
    "a phone number to be withheld": mistake(
        "private-detail",
        MEETING,
        "noi_dung: Gọi 0912345678",
        "thay bằng [không công bố], cả đoạn đặt trong dấu nháy kép",
        'noi_dung: "Gọi [không công bố]"',
    ),
    "a public phone number": Mistake(
        kind="private-detail",
        mistake=replaced(MEETING, "noi_dung: Gọi 0912345678"),
        says='thêm vào cuối tệp dòng cong_khai: ["0912345678"]',
        edit=added('cong_khai: ["0912345678"]\n'),
    ),
    "a typing leftover": mistake(
        "typing-leftover",
        MEETING,
        "noi_dung: Họp Xu6an",
        'nếu là "Xuân" thì sửa',
        "noi_dung: Họp Xuân",
    ),
    "a typing leftover of the document": as_printed(
        "typing-leftover", MEETING, "noi_dung: Họp Xu6an", "Xu6an", 4
    ),
    "a weekday of the document that is wrong": as_printed(
        "weekday-label", "ngay: 1-3, nghi: Nghỉ", "ngay: 1-3, nghi: Thứ Sáu", "Thứ Sáu", 1
    ),
    "a correction of other words": Mistake(
        kind="correction-not-found",
        mistake=added("hieu_dinh:\n  - {nguyen_van: Hợp báo, sua_thanh: Họp báo}\n"),
        says="sửa lại cho đúng từng chữ đang đăng",
        edit=replaced("sua_thanh: Họp báo", "sua_thanh: Họp giao ban"),
    ),
    "a unit that is unknown": Mistake(
        kind="unknown-name",
        mistake=replaced("chuan_bi: Văn phòng", "chuan_bi: Thanh tra"),
        says="thêm vào agendas/danh-ba.yml",
        in_directory=added("  - {ma: thanh-tra, ten: Thanh tra}\n"),
    ),
    "a former name of a unit": Mistake(
        kind="unknown-name",
        mistake=replaced("chuan_bi: Văn phòng", "chuan_bi: Phòng Tổ chức"),
        says="tên cũ thì kèm den",
        in_directory=added("  - {ma: to-chuc, ten: Phòng Tổ chức, den: 2021-05}\n"),
    ),
    "a former title": Mistake(
        kind="title-disagrees",
        mistake=lambda text: text,
        directory=DIRECTORY.replace("Phó Giám đốc, viet_tat: PGĐ", "Giám đốc, viet_tat: GĐ"),
        says="ghi cả chức vụ cũ kèm den và chức vụ mới kèm tu",
        in_directory=replaced(
            "{ten: Giám đốc, viet_tat: GĐ}",
            "[{ten: Phó Giám đốc, viet_tat: PGĐ, den: 2021-05}, "
            "{ten: Giám đốc, viet_tat: GĐ, tu: 2021-06}]",
        ),
    ),
    "a title that is misprinted": as_printed(
        "title-disagrees", "Đ/c An PGĐ", "Đ/c An GĐ", "Đ/c An GĐ", 4
    ),
    "a name of two people": Mistake(
        kind="ambiguous-name",
        mistake=lambda text: text,
        directory=DIRECTORY.replace("lanh_dao:\n", SECOND_AN),
        says='{ten: "Đ/c An PGĐ", ma: tran-an} nếu là Trần An',
        edit=replaced("lanh_dao: Đ/c An PGĐ", 'lanh_dao: {ten: "Đ/c An PGĐ", ma: tran-an}'),
    ),
    "a name of two people among others": Mistake(
        kind="ambiguous-name",
        mistake=replaced("lanh_dao: Đ/c An PGĐ", "lanh_dao: Đ/c An PGĐ; Văn phòng"),
        directory=DIRECTORY.replace("lanh_dao:\n", SECOND_AN),
        says='viết mỗi tên một dòng có dấu gạch -, tên này là {ten: "Đ/c An PGĐ", ma: tran-an}',
        edit=replaced(
            "lanh_dao: Đ/c An PGĐ; Văn phòng",
            'lanh_dao:\n          - {ten: "Đ/c An PGĐ", ma: tran-an}\n          - Văn phòng',
        ),
    ),
    "a code of no entry": mistake(
        "unknown-party-code",
        "lanh_dao: Đ/c An PGĐ",
        "lanh_dao: {ten: Đ/c An PGĐ, ma: an}",
        "dùng một mã có trong agendas/danh-ba.yml",
        "lanh_dao: {ten: Đ/c An PGĐ, ma: nguyen-an}",
    ),
}


def read(folder: Path) -> list[Problem]:
    return list(load_agenda(folder).problems)


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_the_files_without_a_mistake_have_no_problem(agendas: Path) -> None:
    assert read(agendas) == []


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    write(folder / "2021-05.yml", MONTH)
    write(folder / "danh-ba.yml", DIRECTORY)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("each", MISTAKES.values(), ids=list(MISTAKES))
def test_following_a_remedy_leaves_no_problem(each: Mistake, agendas: Path) -> None:
    month, directory = agendas / "2021-05.yml", agendas / "danh-ba.yml"
    write(month, each.mistake(MONTH))
    write(directory, each.directory)
    problems = read(agendas)
    assert {problem.kind for problem in problems} == {each.kind}
    assert any(each.says in problem.remedy for problem in problems), problems
    if each.edit is not None:
        write(month, each.edit(month.read_text(encoding="utf-8")))
    if each.in_directory is not None:
        write(directory, each.in_directory(directory.read_text(encoding="utf-8")))
    if each.command:
        assert main(list(each.command)) == 0
    assert [str(problem) for problem in read(agendas) if problem.severity.name != "NOTE"] == []


def test_a_file_in_utf_16_is_saved_as_the_remedy_says(agendas: Path) -> None:
    """Test with what Notepad calls Unicode; its dialog Save as has the encoding UTF-8."""
    month = agendas / "2021-05.yml"
    month.write_bytes(MONTH.encode("utf-16"))
    (problem,) = read(agendas)
    assert problem.kind == "not-utf-8"
    assert "trong Notepad chọn File › Save as, ở ô Encoding chọn UTF-8" in problem.remedy
    month.write_bytes(month.read_bytes().decode("utf-16").encode("utf-8-sig"))
    assert read(agendas) == []
