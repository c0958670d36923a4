"""Updates: a file gives the former values, and every item is known before and after."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from agenda.cache.store import NULL_CACHE, Cache
from agenda.model import HalfDay, Item, Revision, Status, Update
from agenda.source.folder import load_agenda

MONTH = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04, nguoi_ky: Trần An}
trong_tam: [Một, Hai mới]
lich:
  - {ngay: 1-31, ca_ngay: {ma: truc, noi_dung: Trực cơ quan}}
  - ngay: 4
    nghi: Nghỉ bù
    sang:
      - {ma: a1, noi_dung: Họp, gio: 08:00-09:00, chuan_bi: Văn phòng}
"""


def read(folder: Path, updates: str, cache: Cache = NULL_CACHE) -> Revision:
    (folder / "2021-05.yml").write_text(f"{MONTH}cap_nhat:\n{updates}", "utf-8")
    reading = load_agenda(folder, cache)
    assert not reading.failed, reading.problems
    return reading.agenda.months[0].current


def item_before(update: Update) -> Item:
    assert update.former_item is not None
    return update.former_item


def test_each_update_undoes_the_next_one(tmp_path: Path) -> None:
    revision = read(
        tmp_path,
        "  - {luc: 2021-05-05, cho: cv-a1, truoc: {gio: 14:00, buoi: chieu, thu_tu: 2}}\n"
        "  - luc: 2021-05-06\n"
        "    cho: cv-a1\n"
        "    truoc: {ngay: 5-6, chuan_bi: null, trang_thai: huy}\n"
        "    vi: Mưa\n",
    )
    first, second = revision.updates
    (item,) = (each for each in revision.items if each.code == "a1")
    assert second.new_item == item
    between = item_before(second)
    assert (
        first.new_item
        == between
        == replace(
            item,
            first=date(2021, 5, 5),
            last=date(2021, 5, 6),
            preparers=(),
            status=Status.CANCELLED,
        )
    )
    assert item_before(first) == replace(
        between, start=time(14), end=None, half_day=HalfDay.AFTERNOON
    )
    assert (second.day, second.reason) == (date(2021, 5, 6), "Mưa")
    assert second.before == (("ngay", "5-6"), ("chuan_bi", None), ("trang_thai", "huy"))


def test_an_item_is_added_removed_and_added_again(tmp_path: Path) -> None:
    gone = "{ngay: 5, buoi: toi, noi_dung: Họp kín, lanh_dao: [Đ/c An, Đ/c Minh]}"
    revision = read(
        tmp_path,
        "  - {luc: 2021-05-05, cho: cv-a1, truoc: null}\n"
        f"  - {{luc: 2021-05-05, cho: cv-b2, truoc: {gone}}}\n"
        "  - {luc: 2021-05-06, cho: cv-b2, truoc: null}\n"
        f"  - {{luc: 2021-05-07, cho: cv-b2, truoc: {gone}}}\n",
    )
    added, removed, again, removed_again = revision.updates
    assert (added.former_item, added.before) == (None, None)
    assert added.new_item is not None
    item = item_before(removed)
    assert (item.code, item.text, item.half_day) == ("b2", "Họp kín", HalfDay.EVENING)
    assert [mention.text for mention in item.leaders] == ["Đ/c An", "Đ/c Minh"]
    assert removed.new_item is None
    assert (again.former_item, again.new_item) == (None, item)
    assert (removed_again.former_item, removed_again.new_item) == (item, None)


def test_places_that_are_no_items_have_their_values_before_and_after(tmp_path: Path) -> None:
    revision = read(
        tmp_path,
        "  - {luc: 2021-05-05, cho: ngay-04, truoc: {ngay: 4-5, nghi: Nghỉ}}\n"
        "  - {luc: 2021-05-05, cho: ngay-04, truoc: {nghi: null}}\n"
        "  - {luc: 2021-05-05, cho: trong-tam-2, truoc: {noi_dung: Hai}}\n"
        "  - {luc: 2021-05-05, cho: trong_tam, truoc: {trong_tam: [Một]}}\n"
        "  - {luc: 2021-05-05, cho: nguoi_ky, truoc: {nguoi_ky: Trần Ân}}\n",
    )
    assert [(each.before, each.after) for each in revision.updates] == [
        ((("ngay", "4-5"), ("nghi", "Nghỉ")), (("nghi", None),)),
        ((("nghi", None),), (("nghi", "Nghỉ bù"),)),
        ((("noi_dung", "Hai"),), (("noi_dung", "Hai mới"),)),
        ((("trong_tam", ("Một",)),), (("trong_tam", ("Một", "Hai mới")),)),
        ((("nguoi_ky", "Trần Ân"),), (("nguoi_ky", "Trần An"),)),
    ]


def test_updates_come_back_from_the_cache_as_they_were(tmp_path: Path) -> None:
    rows = (
        "  - {luc: 2021-05-05, cho: cv-a1, truoc: {gio: 14:00}, vi: Mưa}\n"
        "  - {luc: 2021-05-05, cho: cv-b2, truoc: {ngay: 5, buoi: toi, noi_dung: Họp kín}}\n"
        "  - {luc: 2021-05-05, cho: trong_tam, truoc: {trong_tam: [Một]}}\n"
        "  - {luc: 2021-05-05, cho: cv-truc, truoc: null}\n"
    )
    cache = _Memory()
    first = read(tmp_path, rows, cache)
    assert cache.texts
    cache.closed = True
    assert read(tmp_path, rows, cache) == first


class _Memory:
    """A cache in memory that stores nothing once it is closed."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.closed = False

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        assert not self.closed
        self.texts[key] = text

    def touch(self, key: str) -> None: ...
