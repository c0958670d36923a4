"""The agendas of an office's year, as signed and as a person writes and edits their files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import yaml

DIRECTORY = """
lanh_dao:
  - {ma: van, ten: Đỗ Khoa Văn, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]}
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
  - {ma: phong-tt-tk, ten: Phòng TT-TK}
  - {ma: phong-qlkh, ten: Phòng QLKH}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""
PROMOTED = """\
  - ma: van
    ten: Đỗ Khoa Văn
    chuc_vu: [{ten: Giám đốc, viet_tat: GĐ, den: 2022-04-14}]
  - ma: an
    ten: An
    chuc_vu:
      - {ten: Phó Giám đốc, viet_tat: PGĐ, den: 2022-04-14}
      - {ten: Giám đốc, viet_tat: GĐ, tu: 2022-04-15}
"""
SUCCESSOR = """\
  - {ma: binh, ten: Bình, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ, tu: 2022-10-01}]}
"""
NAME, WITHHELD = "Nguyễn Văn Bê", "[không công bố]"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedItem:
    """An item as a document prints it, in a half-day of one day; `values` are its other keys."""

    day: int
    half_day: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedAgenda:
    """A signed agenda of a month of 2022: each item is "day half-day: fields".

    It covers the days from `first` to `last`, or adds items to those days if it is an `addition`.
    The days that it does not list are blank.
    """

    month: int
    items: tuple[str, ...]
    day: int = 1
    """The day of the month on which it was signed."""
    first: int = 1
    last: int = 31
    addition: bool = False
    public: tuple[str, ...] = ()
    """Private words that the office publishes."""

    @property
    def is_partial(self) -> bool:
        return self.first > 1

    def text(self) -> str:
        """Return the file of the agenda, as a person writes it."""
        rows = "".join(
            f"  - ngay: {day}\n"
            + "".join(
                f"    {half}:\n" + "".join(f"      - {{{each}}}\n" for each in listed)
                for half, listed in halves.items()
            )
            for day, halves in sorted(self._days().items())
        )
        return (
            f"thang: 2022-{self.month:02}\n"
            + ("bo_sung: true\n" if self.addition else "")
            + (f"pham_vi: {self.first}-{self.last}\n" if self.is_partial else "")
            + f"van_ban: {{so: {self.number}, ngay_ban_hanh: {self.issued}}}\n"
            + (f"cong_khai: [{', '.join(self.public)}]\n" if self.public else "")
            + ("" if self.addition else f"khong_neu: [{self._other_days()}]\n")
            + f"lich:\n{rows}"
        )

    @property
    def number(self) -> str:
        return f"{self.month}{self.day:02}/CTr"

    @property
    def issued(self) -> str:
        return f"2022-{self.month:02}-{self.day:02}"

    def printed(self) -> Iterator[PrintedItem]:
        """Yield the items in the order of the document."""
        for day, halves in sorted(self._days().items()):
            for half_day, listed in halves.items():
                for each in listed:
                    values = yaml.safe_load(f"{{{each}}}")
                    yield PrintedItem(day=day, half_day=half_day, values=values)

    def _days(self) -> dict[int, dict[str, list[str]]]:
        days: dict[int, dict[str, list[str]]] = {}
        for item in self.items:
            where, _, fields = item.partition(": ")
            day, half_day = where.split()
            days.setdefault(int(day), {}).setdefault(half_day, []).append(fields)
        return days

    def _other_days(self) -> str:
        last = min(self.last, {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(self.month, 31))
        listed = self._days()
        return ", ".join(str(day) for day in range(self.first, last + 1) if day not in listed)


def _later_month(month: int, *, public: bool = False) -> SignedAgenda:
    director = "Đ/c An GĐ" if month < 10 else "Đ/c Bình GĐ"
    unit = "Phòng QLKH" if month < 7 else "Phòng QLKH và CN"
    return SignedAgenda(
        month=month,
        items=(
            f"11 sang: ma: gb{month}, noi_dung: Giao ban, lanh_dao: {director}",
            f"12 chieu: ma: hop{month}, noi_dung: Họp chuyên đề, chuan_bi: {unit}",
            f'13 sang: ma: dan{month}, noi_dung: "Tiếp công dân {NAME if public else WITHHELD}"',
        ),
        public=(NAME,) * public,
    )


FIRST_MONTHS = {
    "2022-01.yml": SignedAgenda(
        month=1, items=("4 sang: ma: gb1, noi_dung: Giao ban, lanh_dao: Đ/c Văn GĐ",)
    ),
    "2022-02.yml": SignedAgenda(
        month=2,
        items=(
            "8 sang: ma: hop2, noi_dung: Họp xét duyệt, gio: 8h, chuan_bi: Phòng QLKH",
            "9 chieu: ma: kt2, noi_dung: Kiểm tra, lanh_dao: Đ/c An PGĐ",
            "10 sang: ma: tap2, noi_dung: Tập huấn",
        ),
    ),
    "2022-03.yml": SignedAgenda(
        month=3,
        items=(
            "7 sang: ma: gb3, noi_dung: Giao ban",
            "15 sang: ma: hd3, noi_dung: Họp Hội đồng",
            "15 chieu: ma: tk3, noi_dung: Tiếp khách",
        ),
    ),
}
AMENDED_MARCH = {
    "2022-03.dc1.yml": SignedAgenda(
        month=3,
        day=10,
        items=("7 sang: noi_dung: Giao ban", "16 sang: noi_dung: Họp Hội đồng"),
    )
}
APRIL = {
    "2022-04.yml": SignedAgenda(
        month=4,
        items=(
            "5 sang: ma: gb4, noi_dung: Giao ban, lanh_dao: Đ/c Văn GĐ",
            "14 sang: ma: hc4, noi_dung: Họp cũ, lanh_dao: Đ/c An PGĐ",
            "20 sang: ma: hn4, noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ",
            "28 chieu: ma: sk4, noi_dung: Sơ kết, lanh_dao: Đ/c An GĐ",
        ),
    )
}
SECOND_HALF_OF_APRIL = {
    "2022-04.dc1.yml": SignedAgenda(
        month=4,
        day=12,
        first=14,
        last=30,
        items=("21 sang: noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ",),
    )
}
MORE_OF_APRIL = {
    "2022-04.dc2.yml": SignedAgenda(
        month=4, day=4, addition=True, items=("5 chieu: noi_dung: Tiếp đoàn tỉnh bạn",)
    ),
    "2022-04.dc3.yml": SignedAgenda(
        month=4,
        day=18,
        first=20,
        last=22,
        items=("22 sang: noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ",),
    ),
}
LATER_MONTHS = {
    f"2022-{month:02}.yml": _later_month(month, public=month == 12) for month in range(5, 13)
}
AMENDED_AUGUST = {
    "2022-08.dc1.yml": SignedAgenda(
        month=8, day=10, items=(f'13 sang: noi_dung: "Tiếp công dân {WITHHELD}"',)
    )
}


class Files(Protocol):
    """The files of `agendas/`."""

    def write(self, name: str, text: str) -> None: ...

    def edit(self, name: str, old: str, new: str) -> None: ...


class YearByHand:
    """The events of the year, each done with a text editor."""

    def __init__(self, files: Files) -> None:
        self._write, self._edit = files.write, files.edit

    def write(self, agendas: Mapping[str, SignedAgenda]) -> None:
        """Write the files of signed agendas."""
        for name, agenda in agendas.items():
            self._write(name, agenda.text())

    def write_directory(self) -> None:
        self._write("danh-ba.yml", DIRECTORY)

    def obey_notice(self) -> None:
        """Cancel an item, correct an hour and a word, and postpone another item."""
        self._edit("2022-02.yml", "Kiểm tra,", "Kiểm tra, trang_thai: huy, ly_do: Mưa,")
        self._edit("2022-02.yml", "gio: 8h", "gio: 9h")
        self._edit("2022-02.yml", "noi_dung: Tập huấn", "noi_dung: Tập huấn, trang_thai: hoan")
        self._edit("2022-01.yml", "Giao ban", "Giao ban đầu năm")

    def give_day_and_restore(self) -> None:
        """Give the postponed item a day, and restore the cancelled one."""
        self._edit("2022-02.yml", "trang_thai: hoan", "trang_thai: doi, doi_sang: 2022-02-17 sang")
        self._edit("2022-02.yml", "trang_thai: huy, ly_do: Mưa,", "")

    def give_another_day(self) -> None:
        self._edit("2022-02.yml", "2022-02-17 sang", '"2022-02-18 14:00-16:00"')

    def promote(self) -> None:
        """Let the director leave in mid-April, and his deputy follow him."""
        start, end = DIRECTORY.index("  - {ma: van,"), DIRECTORY.index("co_quan:")
        self._edit("danh-ba.yml", DIRECTORY[start:end], PROMOTED)

    def merge_units(self) -> None:
        self._edit("danh-ba.yml", "ten: Phòng TT-TK", "ten: Phòng TT-TK, den: 2022-06-30")
        self._edit(
            "danh-ba.yml",
            "ten: Phòng QLKH}\n",
            "ten: Phòng QLKH, den: 2022-06-30}\n"
            "  - {ma: phong-qlkh-va-cn, ten: Phòng QLKH và CN, tu: 2022-07-01, "
            "tien_than: [phong-tt-tk, phong-qlkh]}\n",
        )

    def replace_director(self) -> None:
        self._edit("danh-ba.yml", "tu: 2022-04-15}", "tu: 2022-04-15, den: 2022-09-30}")
        self._edit("danh-ba.yml", "co_quan:", f"{SUCCESSOR}co_quan:")

    def correct_misprinted_day(self) -> None:
        """Move an item of May to the day that was meant, with its record."""
        self._edit("2022-05.yml", " 17,", "")
        self._edit("2022-05.yml", "khong_neu: [", "khong_neu: [12, ")
        row = (
            "  - ngay: 12\n    chieu:\n"
            "      - {ma: hop5, noi_dung: Họp chuyên đề, chuan_bi: Phòng QLKH}\n"
        )
        last = f'      - {{ma: dan5, noi_dung: "Tiếp công dân {WITHHELD}"}}\n'
        self._edit("2022-05.yml", row, "")
        self._edit("2022-05.yml", last, last + row.replace("ngay: 12", "ngay: 17"))
        correction = "{ngay: 17, nguyen_van: Họp chuyên đề, giu_nguyen: Văn bản in ngày 12}"
        self._edit("2022-05.yml", "khong_neu:", f"hieu_dinh: [{correction}]\nkhong_neu:")

    def rename(self) -> None:
        """Give a person the full name, with a URL to match, and a unit its new name."""
        self._edit(
            "danh-ba.yml",
            "ma: an\n    ten: An\n",
            "ma: tran-thi-an\n    ten: Trần Thị An\n    ten_cu: an\n",
        )
        self._edit(
            "danh-ba.yml",
            "ten: Phòng QLKH và CN,",
            "ten: Phòng Khoa học và Công nghệ, viet_tat: [Phòng QLKH và CN],",
        )

    def withhold_name(self) -> None:
        """Withhold a name that was published by mistake."""
        self._edit("2022-12.yml", f"cong_khai: [{NAME}]\n", "")
        self._edit("2022-12.yml", NAME, WITHHELD)
