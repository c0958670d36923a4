"""A synthetic month: its first document and, sometimes, amendments."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random

from agenda.model import YearMonth
from tests.synthetic.items import ItemMaker, Row
from tests.synthetic.leaders import leaders_on
from tests.synthetic.vocabulary import RECIPIENTS
from tests.synthetic.workdays import OfficeCalendar, Rest

_HALF_DAYS = ("ca_ngay", "sang", "chieu", "toi")


class MonthMaker:
    """A generator of the documents of one month; `seed` decides everything."""

    def __init__(self, month: YearMonth, calendar: OfficeCalendar, seed: int) -> None:
        self._month = month
        self._calendar = calendar
        self._random = Random(f"{seed}|{month}")
        self._items = ItemMaker(month, self._random)

    def revisions(self) -> Iterator[Row]:
        """Yield the documents of the month from the first signed to the newest."""
        newest = self._first_signed()
        yield newest
        for number, probability in ((1, 0.15), (2, 0.3)):
            if not self._happens(probability):
                return
            newest = self._amended(newest, number)
            yield newest

    def _happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def _first_signed(self) -> Row:
        entries = list(self._entries())
        row: Row = {
            "thang": str(self._month),
            "van_ban": self._paper(self._month.first - timedelta(self._random.randint(1, 4)), 0),
            "trong_tam": [self._items.words("focus") for _ in range(self._random.randint(2, 5))],
            "luu_y": self._items.words("caveat") if self._happens(0.6) else None,
            "lich": entries,
            "noi_nhan": list(RECIPIENTS),
        }
        if self._happens(0.3):
            row["hieu_dinh"] = list(self._corrections(entries))
        return row

    def _paper(self, issued: date, number: int) -> Row:
        director = leaders_on(issued)[0]
        return {
            "so": f"{self._month.month * 3 + number}/CTr-SKHCN",
            "noi_ban_hanh": "Hà Tĩnh",
            "ngay_ban_hanh": issued,
            "nguoi_ky": director.name,
            "chuc_vu": "Giám đốc",
            "nguon": "Dữ liệu tự sinh để thử chương trình, không phải văn bản của cơ quan nào.",
        }

    def _amended(self, before: Row, number: int) -> Row:
        """Return the document again: one item reworded, one cancelled, one dropped, one new."""
        row = deepcopy(before)
        row.pop("hieu_dinh", None)
        row["van_ban"] = self._paper(self._month.first + timedelta(8 * number), number)
        entries = [entry for entry in _entries_of(row) if isinstance(entry["ngay"], int)]
        busy = [(entry, half_day) for entry in entries for half_day in _busy_half_days(entry)]
        reworded, cancelled, shortened, extended = (
            _items_of(entry, half_day) for entry, half_day in self._random.sample(busy, 4)
        )
        reworded[0]["noi_dung"] = f"{reworded[0]['noi_dung']}; mời Báo Hà Tĩnh dự, đưa tin"
        cancelled[0].pop("doi_sang", None)
        cancelled[0]["trang_thai"] = "huy"
        del shortened[-1]
        extended.append(self._items.make(self._month.last, "sang"))
        return row

    def _entries(self) -> Iterator[Row]:
        journey = self._journey() if self._happens(0.35) else None
        rests = {rest.within(self._month).first: rest for rest in self._calendar.rests(self._month)}
        day = self._month.first
        while day in self._month:
            if rest := rests.get(day):
                yield from self._rest(rest)
                day = rest.last
            else:
                if journey and journey[0] == day:
                    yield journey[1]
                yield self._working_day(day)
            day += timedelta(1)

    def _journey(self) -> tuple[date, Row] | None:
        """Return an item of several days and its first day."""
        working = [day for day in self._month.dates() if self._calendar.is_working_day(day)]
        first = self._random.choice(working)
        last = first + timedelta(self._random.randint(1, 4))
        item = self._items.make(first, "ca_ngay", "journey")
        return first, {"ngay": self._span(first, last), "ca_ngay": [item]}

    def _rest(self, rest: Rest) -> Iterator[Row]:
        """Yield days off as papers list them: in one row, one by one, or not at all."""
        if self._happens(0.05):
            return
        if self._happens(0.3):
            rest = rest.within(self._month)
        if rest.name is None and self._happens(0.4):
            for day in rest.within(self._month).single_days():
                items = self._weekend_items(day.first)
                yield {"ngay": day.first.day, "nghi": day.label} | items
        else:
            yield {"ngay": self._span(rest.first, rest.last), "nghi": rest.label}

    def _weekend_items(self, day: date) -> Row:
        if not self._happens(0.15):
            return {}
        half_day = self._random.choice(_HALF_DAYS[:2])
        return {half_day: [self._items.make(day, half_day, "weekend")]}

    def _working_day(self, day: date) -> Row:
        if self._happens(0.04):
            return {"ngay": day.day, "sang": None, "chieu": None}
        if self._happens(0.04):
            return {"ngay": day.day, "ca_ngay": [self._items.make(day, "ca_ngay", "ceremony")]}
        row: Row = {"ngay": day.day} | {
            half_day: [self._items.make(day, half_day) for _ in range(count)] or None
            for half_day in ("sang", "chieu")
            for count in self._random.choices((0, 1, 2, 3), (15, 65, 16, 4))
        }
        if self._happens(0.04):
            row["toi"] = [self._items.make(day, "toi", "evening")]
        return row

    def _span(self, first: date, last: date) -> int | str:
        """Return the days of an entry as a paper writes them."""
        if first == last and first in self._month:
            return first.day
        if first in self._month and last in self._month:
            return f"{first.day}-{last.day}"
        return f"{first.day}/{first.month}-{last.day}/{last.month}"

    def _corrections(self, entries: list[Row]) -> Iterator[Row]:
        """Yield the correction of a meeting misread as in scanned papers: "Hợp" for "Họp"."""
        for entry in entries:
            for half_day in _busy_half_days(entry):
                words = str(_items_of(entry, half_day)[0]["noi_dung"])
                if isinstance(entry["ngay"], int) and words.startswith("Họp "):
                    corrected = " ".join(words.split()[:3])
                    printed = corrected.replace("Họp", "Hợp", 1)
                    yield {"ngay": entry["ngay"], "nguyen_van": printed, "sua_thanh": corrected}
                    return


def _entries_of(row: Row) -> list[Row]:
    entries = row["lich"]
    assert isinstance(entries, list)
    return entries


def _busy_half_days(entry: Row) -> list[str]:
    return [half_day for half_day in _HALF_DAYS if entry.get(half_day)]


def _items_of(entry: Row, half_day: str) -> list[Row]:
    items = entry[half_day]
    assert isinstance(items, list)
    return items
