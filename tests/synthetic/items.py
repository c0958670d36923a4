"""Items of a synthetic month, as mappings ready to be written as YAML."""

import re
from datetime import date, timedelta
from random import Random

from agenda.model import YearMonth
from tests.synthetic.leaders import leaders_on
from tests.synthetic.vocabulary import GRAMMAR, GROUPS, UNITS

Row = dict[str, object]

_SYMBOL = re.compile(r"\{(\w+)\}")
_LETTERS = "bcdfghjkmnpqrstvwxz"
_HOURS = {"sang": (7, 8, 9, 10), "chieu": (13, 14, 15, 16), "toi": (18, 19, 20)}
_ALL_DAY = "ca_ngay"


class ItemMaker:
    """A generator of the items of a month, each with its own code; `random` decides everything."""

    def __init__(self, month: YearMonth, random: Random) -> None:
        self._random = random
        self._codes: set[str] = set()
        self._month_words = {
            "month": str(month.month),
            "period": f"{month.year} - {month.year + 5}",
            "quarter": ("I", "II", "III", "IV")[(month.month - 1) // 3],
            "year": str(month.year),
            "years": str(month.year - 1959),
        }

    def make(self, day: date, half_day: str, kind: str = "item") -> Row:
        """Return an item that begins on `day`; `kind` is its name in the grammar."""
        row: Row = {"ma": self._code(), "noi_dung": self.words(kind)}
        if half_day != _ALL_DAY and self._happens(0.3):
            row["gio"] = self._times(half_day)
        if self._happens(0.15):
            row["dia_diem"] = self.words("venue")
        if self._happens(0.95):
            row["chuan_bi"] = self._preparers(day)
        if self._happens(0.95):
            row["lanh_dao"] = self._leaders(day)
        for key, name in (("thanh_phan", "participants"), ("ghi_chu", "note")):
            if self._happens(0.05):
                row[key] = self.words(name)
        return row | self._withdrawal(day)

    def words(self, name: str) -> str:
        """Return a text of the grammar with every brace filled in."""
        if name in self._month_words:
            return self._month_words[name]
        text = self._random.choice(GRAMMAR[name])
        return _SYMBOL.sub(lambda symbol: self.words(symbol[1]), text)

    def _happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def _code(self) -> str:
        while True:
            code = "".join(self._random.choices(_LETTERS, k=4))
            if code not in self._codes:
                self._codes.add(code)
                return code

    def _times(self, half_day: str) -> str:
        hour = self._random.choice(_HOURS[half_day])
        minute = self._random.choice((0, 0, 0, 30, 30, 15))
        return self._random.choice(
            (
                f"{hour:02}:{minute:02}",
                f"{hour}h{minute:02}" if minute else f"{hour}h",
                f"{hour:02}g{minute:02}",
                f"{hour} giờ {minute:02}",
                f"{hour:02}:{minute:02}-{hour + 1:02}:30",
                f"{hour:02}h{minute:02} - {hour + 2}h",
            )
        )

    def _preparers(self, day: date) -> object:
        month = str(YearMonth.of(day))
        units = [
            unit
            for unit in UNITS
            if str(unit.get("tu", month)) <= month <= str(unit.get("den", month))
        ]
        names = [self._random.choice(_names(unit)) for unit in self._random.sample(units, 3)]
        return self._random.choice(
            (
                names[0],
                names[0],
                names[0],
                "Văn phòng",
                "Văn phòng, các phòng",
                "Các phòng, đơn vị liên quan",
                "Thành viên HĐ, các phòng liên quan",
                f"{names[0]}; {names[1]}",
                names,
            )
        )

    def _leaders(self, day: date) -> object:
        director, *deputies = leaders_on(day)
        self._random.shuffle(deputies)
        one, two, three = (deputy.given_name for deputy in deputies)
        return self._random.choice(
            (
                f"Đ/c {director.given_name} GĐ",
                f"Đ/c {director.given_name} GĐ",
                f"Đ/c {one} PGĐ",
                f"Đ/c {one} PGĐ",
                f"Đ/c {one} PGĐ",
                f"Đ/c {one}, {two}, {three}",
                f"Đ/c {one} PGĐ; Đ/c {two} PGĐ",
                [f"Đ/c {director.given_name} GĐ", f"Đ/c {two} PGĐ"],
                f"Đồng chí {director.name}, Giám đốc",
                *(self._random.choice(_names(group)) for group in GROUPS[:2]),
                str(GROUPS[2]["ten"]),
            )
        )

    def _withdrawal(self, day: date) -> Row:
        match self._random.choices(("", "huy", "hoan", "doi"), (92, 3, 2, 3)):
            case ["doi"]:
                later = day + timedelta(self._random.randint(1, 10))
                half_day = self._random.choice(("", " sang", " chieu", " ca_ngay"))
                row: Row = {"trang_thai": "doi", "doi_sang": f"{later}{half_day}"}
            case ["huy" | "hoan" as status]:
                row = {"trang_thai": status}
            case _:
                return {}
        return row | ({"ly_do": self.words("reason")} if self._happens(0.7) else {})


def _names(body: dict[str, object]) -> list[str]:
    """Return every way in which a unit or a group is printed."""
    short = body.get("viet_tat", [])
    assert isinstance(short, list)
    return [str(body["ten"]), *short]
