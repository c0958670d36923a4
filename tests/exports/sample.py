"""Provide a small agenda with one item of every kind that the search distinguishes."""

from dataclasses import replace
from datetime import date, time

from agenda.model import (
    Abbreviation,
    Agenda,
    Directory,
    Group,
    HalfDay,
    Item,
    Mention,
    Person,
    Revision,
    ScheduleEntry,
    SignedDocument,
    Slot,
    Status,
    Title,
    Unit,
)
from agenda.model.composition import build_months
from tests.may import ITEM, MAY

DIRECTOR = Title(name="Giám đốc", abbreviation="GĐ")
VAN = Person(code="do-khoa-van", name="Đỗ Khoa Văn", titles=(DIRECTOR,))
STATISTICS = Unit(
    code="phong-tt-tk", name="Phòng Thông tin - Thống kê", abbreviations=("Phòng TT-TK",)
)
LEADERS = Group(code="lanh-dao-so", name="Lãnh đạo Sở")

VISIT = replace(
    ITEM,
    code="aaaa",
    first=date(2021, 5, 18),
    last=date(2021, 5, 20),
    half_day=HalfDay.ALL_DAY,
    text="Kiểm tra NTM xã Kỳ Lạc",
    leaders=(Mention(text="Lãnh đạo Sở", entry=LEADERS),),
)
MEETING = replace(
    ITEM,
    code="bbbb",
    half_day=HalfDay.AFTERNOON,
    text="Họp Tỉnh ủy",
    start=time(14),
    end=time(15, 30),
    venue="Hội trường TU",
    participants="Các phòng",
    note="Mang tài liệu",
    preparers=(
        Mention(text="Phòng TT-TK", entry=STATISTICS),
        Mention(text="Tổ giúp việc", entry=None, joiner="\n"),
    ),
    leaders=(
        Mention(text="Đ/c Văn GĐ", entry=VAN),
        Mention(text="Đ/c Ai", entry=None, joiner="; "),
    ),
    status=Status.MOVED,
    moved_to=Slot(date(2021, 5, 6), HalfDay.MORNING),
    reason="Bận họp",
)
SALUTE = replace(ITEM, code="cccc", text="Lễ chào cờ")


def agenda() -> Agenda:
    """Return May 2021, whose first signed revision has an item that was dropped later."""
    dropped = replace(ITEM, code="dddd", text="Việc đã bỏ")
    items = {0: (dropped,), 1: (VISIT, MEETING, SALUTE)}
    revisions = tuple(
        Revision(
            month=MAY,
            number=number,
            document=SignedDocument(issued=date(2021, 4, 30)),
            entries=tuple(map(_entry, listed)),
            source=f"agendas/2021-05{'.dc1' if number else ''}.yml",
        )
        for number, listed in items.items()
    )
    return Agenda(
        months=build_months(revisions),
        directory=Directory(
            people=(VAN,),
            units=(STATISTICS,),
            groups=(LEADERS,),
            abbreviations=(Abbreviation(short="TU", full="Tỉnh ủy"),),
        ),
    )


def _entry(item: Item) -> ScheduleEntry:
    return ScheduleEntry(first=item.first, last=item.last, items=(item,))
