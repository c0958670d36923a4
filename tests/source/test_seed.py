"""The agenda of May 2021 in `agendas/` has every word of the signed paper."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.model import (
    Correction,
    Day,
    Group,
    HalfDay,
    Item,
    Mention,
    Month,
    Person,
    ScheduleEntry,
    Severity,
    SignedDocument,
    Title,
    Unit,
    YearMonth,
)
from agenda.source.folder import LoadedAgenda, load_agenda
from tests.project import MAY_2021

PAPER = Path(__file__).with_name("seed") / "2021-05.txt"
MAY = YearMonth(2021, 5)


@pytest.fixture(scope="module")
def reading() -> LoadedAgenda:
    return load_agenda(MAY_2021)


@pytest.fixture(scope="module")
def may(reading: LoadedAgenda) -> Month:
    return next(month for month in reading.agenda.months if month.month == MAY)


def test_the_only_problem_is_the_known_doubt(reading: LoadedAgenda) -> None:
    in_may = [problem for problem in reading.problems if "2021-05" in problem.location.file]
    assert [(problem.severity, problem.kind, problem.value) for problem in in_may] == [
        (Severity.NOTE, "title-disagrees", "Đ/c Bình GD")
    ]
    assert [problem for problem in reading.problems if problem.severity < Severity.NOTE] == []


def test_every_day_is_listed_and_every_item_is_there(may: Month) -> None:
    assert [day.date for day in may.days] == [date(2021, 5, number) for number in range(1, 32)]
    assert [day.date.day for day in may.days if not day.listed] == []
    assert {day.date.day: len(day.items) for day in may.days if day.items} == (
        {4: 4, 5: 3, 6: 1, 7: 2, 10: 2, 11: 1, 12: 2, 13: 2, 14: 3, 17: 2, 18: 1, 19: 1}
        | {20: 2, 21: 1, 23: 1, 25: 2, 26: 2, 28: 2, 31: 2}
    )
    assert len(may.items) == 36
    assert len({item.code for item in may.items}) == 36


def test_every_leader_has_as_many_items_as_the_paper_gives_them(may: Month) -> None:
    counts = Counter(
        mention.entry.name for item in may.items for mention in item.leaders if mention.entry
    )
    assert counts == {
        "Đỗ Khoa Văn": 6,
        "Hoàn": 3,
        "Bình": 6,
        "Trọng": 6,
        "Lãnh đạo Sở": 13,
        "CBCCVC Sở": 1,
    }


def test_everybody_named_is_in_the_directory(may: Month) -> None:
    mentions = [mention for item in may.items for mention in (*item.preparers, *item.leaders)]
    assert [mention.text for mention in mentions if mention.entry is None] == []


def test_the_document_is_as_signed(may: Month) -> None:
    assert may.current.document == SignedDocument(
        issued=date(2021, 5, 4),
        place="Hà Tĩnh",
        signer="Đỗ Khoa Văn",
        signer_title="Giám đốc",
        origin="Văn bản giấy đã ký, nhập lại từ chữ nhận dạng; bản nhận dạng không ghi số văn bản.",
    )
    assert (may.current.number, may.current.source) == (0, "may_2021/2021-05.yml")
    assert len(may.revisions) == 1


def test_the_doubt_is_declared(may: Month) -> None:
    assert [correction for correction in may.current.corrections if correction.doubt] == [
        Correction(
            printed="Đ/c Bình GD",
            day=date(2021, 5, 5),
            doubt="Các ngày khác trong văn bản ghi Đ/c Bình là PGĐ.",
        )
    ]


# Whole days -------------------------------------------------------------------------------------

VAN = Person(
    code="do-khoa-van",
    name="Đỗ Khoa Văn",
    titles=(Title(name="Giám đốc", abbreviation="GĐ"),),
)
HOAN, BINH, TRONG = (
    Person(code=code, name=name, titles=(Title(name="Phó Giám đốc", abbreviation="PGĐ"),))
    for code, name in (("hoan", "Hoàn"), ("binh", "Bình"), ("trong", "Trọng"))
)
OFFICE = Unit(code="van-phong", name="Văn phòng")
STATISTICS = Unit(
    code="phong-tt-tk",
    name="Phòng Thông tin - Thống kê",
    abbreviations=("Phòng TT-TK", "Phòng TT-TK KHCN"),
)
MILITIA = Unit(code="tu-ve-co-quan", name="Tự vệ cơ quan")
EDITORS = Unit(code="ban-soan-thao", name="Ban Soạn thảo")
STAFF = Group(code="cbccvc-so", name="CBCCVC Sở")
ROOMS_CONCERNED = Group(code="cac-phong-lien-quan", name="Các phòng liên quan")
COUNCIL_MEMBERS = Group(code="thanh-vien-hd", name="Thành viên HĐ")


def item(
    number: int,
    half_day: HalfDay,
    code: str,
    text: str,
    preparer: tuple[str, Unit | Group] | None = None,
    leader: tuple[str, Person | Group] | None = None,
) -> Item:
    day = date(2021, 5, number)
    return Item(
        code=code,
        month=MAY,
        first=day,
        last=day,
        half_day=half_day,
        text=text,
        preparers=(Mention(text=preparer[0], entry=preparer[1]),) if preparer else (),
        leaders=(Mention(text=leader[0], entry=leader[1]),) if leader else (),
    )


def day(number: int, *items: Item, label: str | None = None) -> Day:
    when = date(2021, 5, number)
    return Day(date=when, entries=(ScheduleEntry(first=when, last=when, label=label, items=items),))


def test_the_fourth_is_read_whole(may: Month) -> None:
    assert may.days[3] == day(
        4,
        item(
            4,
            HalfDay.MORNING,
            "gdmm",
            "Lễ chào cờ",
            ("Văn phòng", OFFICE),
            ("CBCCVC Sở", STAFF),
        ),
        item(
            4,
            HalfDay.AFTERNOON,
            "dm8r",
            "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN",
            ("Ban Soạn thảo", EDITORS),
            ("Đ/c Hoàn PGĐ", HOAN),
        ),
        item(
            4,
            HalfDay.AFTERNOON,
            "qrzv",
            "Làm việc với UBND tỉnh Nghệ An thống nhất nội dung Kế hoạch tổ chức Festival Dân ca "
            "Ví, Giặm Nghệ Tĩnh",
            ("Văn phòng", OFFICE),
            ("Đ/c Văn GĐ", VAN),
        ),
        item(
            4,
            HalfDay.AFTERNOON,
            "r3rv",
            "Duyệt phát hành Bản tin số tháng 4",
            ("Phòng TT-TK", STATISTICS),
            ("Đ/c Bình PGĐ", BINH),
        ),
    )


def test_the_fifth_is_read_whole(may: Month) -> None:
    assert may.days[4] == day(
        5,
        item(
            5,
            HalfDay.MORNING,
            "sqr3",
            "Khai mạc và học tập chính trị quân sự Huấn luyện chiến đấu dân quân tự vệ năm 2021",
            ("Tự vệ cơ quan", MILITIA),
            ("Đ/c Bình GD", BINH),
        ),
        item(
            5,
            HalfDay.MORNING,
            "vpwm",
            "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN",
            ("Các phòng liên quan", ROOMS_CONCERNED),
            ("Đ/c Hoàn PGĐ", HOAN),
        ),
        item(
            5,
            HalfDay.AFTERNOON,
            "mfhf",
            "Ký kết hợp tác triển khai ứng dụng trí tuệ nhân tạo trong khám, chữa bệnh giữa UBND "
            "tỉnh và Công ty VinBrain (thuộc VinGroup)",
            ("Văn phòng", OFFICE),
            ("Đ/c Văn GĐ", VAN),
        ),
    )


def test_the_seventeenth_is_read_whole(may: Month) -> None:
    text = "Hội đồng kiểm tra, sát hạch các trường hợp tiếp nhận vào làm công chức"
    members, trong = ("Thành viên HĐ", COUNCIL_MEMBERS), ("Đ/c Trọng PGĐ", TRONG)
    assert may.days[16] == day(
        17,
        item(17, HalfDay.MORNING, "d96s", text, members, trong),
        item(17, HalfDay.AFTERNOON, "vzxd", text, members, trong),
    )


def test_the_twenty_third_is_read_whole(may: Month) -> None:
    assert may.days[22] == day(
        23,
        item(
            23,
            HalfDay.ALL_DAY,
            "bszw",
            "Bầu cử đại biểu Quốc hội khóa XV và bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm "
            "kỳ 2021 - 2026",
        ),
        label="Chủ Nhật",
    )


def test_the_holidays_are_one_row_over_three_days(may: Month) -> None:
    holidays = ScheduleEntry(
        first=date(2021, 5, 1), last=date(2021, 5, 3), label="Nghỉ lễ 30/4, 01/5"
    )
    assert may.days[:3] == tuple(
        Day(date=date(2021, 5, number), entries=(holidays,)) for number in (1, 2, 3)
    )


# Word for word ----------------------------------------------------------------------------------
#
# The file is printed again as the paper is, with the corrections undone, and both are compared
# word by word, in order. It is read here without the package, so that nothing it might do to a
# text goes unseen. What differs by its nature is named below.

HEADINGS = (
    "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021 CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "I. MỘT SỐ NỘI DUNG CÔNG TÁC TRỌNG TÂM:",
    "II. DỰ KIẾN CHƯƠNG TRÌNH CÔNG TÁC:",
)
COLUMNS = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
LABELS = {"sang": "Sáng:", "chieu": "Chiều:", "ca_ngay": "Cả ngày:"}

PRINTED_ONCE_FOR_BOTH_HALVES = ("17", "25", "28", "31")
"""Days whose paper names unit and leader once for morning and afternoon."""


def words(text: str) -> list[str]:
    """Remove emphasis, and semicolons that only separate list items."""
    text = re.sub(r"</?[a-z]+>|\*\*", " ", text)
    return [word for word in (word.rstrip(";") for word in text.split()) if word]


def paper() -> tuple[str, list[list[str]], str]:
    """Split the paper: the text above the table, the cells of its rows, the text below."""
    above, table = PAPER.read_text("utf-8").split(COLUMNS[0] + "\t", 1)
    table, below = table.split("Nơi nhận", 1)
    rows = [line.split("\t") for line in f"{COLUMNS[0]}\t{table}".splitlines() if line]
    return above, rows, below


def table_of_the_paper() -> dict[str, list[list[str]]]:
    """Return the words of the cells of each day; a row without a day belongs to the next row."""
    _, (_, *rows), _ = paper()
    table: dict[str, list[list[str]]] = {}
    begun: list[list[str]] = [[], [], []]
    for number, *cells in rows:
        begun = [
            before + words(cell)
            for before, cell in zip(begun, (*cells, "", "", "")[:3], strict=True)
        ]
        if number:
            assert number not in table
            table[number] = begun
            begun = [[], [], []]
    assert begun == [[], [], []]
    return table


def file() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(
        (MAY_2021 / "2021-05.yml").read_text("utf-8"), Loader=yaml.BaseLoader
    )
    return loaded


def what(row: dict[str, Any]) -> str:
    """Return the second cell: labels and items, with dashes if a half-day has several."""
    if "nghi" in row and "ca_ngay" in row:  # printed as a remark
        return f"{row['nghi']} ({row['ca_ngay'][0]['noi_dung']})"
    if "nghi" in row:
        return str(row["nghi"])
    printed = []
    for key, label in LABELS.items():
        if key in row:
            texts = [item["noi_dung"] for item in row[key] or ()]
            printed += [label, *(texts if len(texts) == 1 else [f"- {text}" for text in texts])]
    return " ".join(printed)


def who(row: dict[str, Any], key: str) -> str:
    """Return the third or fourth cell: a name for each item, as far as the paper repeats it."""
    names = [item[key] for half_day in LABELS for item in row.get(half_day) or () if key in item]
    if row["ngay"] in PRINTED_ONCE_FOR_BOTH_HALVES:
        morning, afternoon = names
        assert morning == afternoon
        return str(morning)
    return " ".join(names)


def uncorrected(cells: list[str], corrections: Iterable[dict[str, str]]) -> list[str]:
    """Undo every correction in the cells of a day. Each must be found."""
    for correction in corrections:
        corrected, printed = correction["sua_thanh"], correction["nguyen_van"]
        assert corrected != printed
        there = [cell for cell in cells if corrected in cell]
        assert [cell.count(corrected) for cell in there] == [1], correction
        cells = [cell.replace(corrected, printed) for cell in cells]
    return cells


def test_no_word_of_the_table_is_lost_or_invented() -> None:
    month = file()
    reprinted = {}
    for row in month["lich"]:
        corrections = [
            correction
            for correction in month["hieu_dinh"]
            if correction["ngay"] == row["ngay"] and "sua_thanh" in correction
        ]
        cells = uncorrected([what(row), who(row, "chuan_bi"), who(row, "lanh_dao")], corrections)
        reprinted[row["ngay"]] = [words(cell) for cell in cells]
    table = table_of_the_paper()
    table["1-3"][0][-1] = table["1-3"][0][-1].removesuffix(".")  # which ends no other label
    assert reprinted == table
    assert list(reprinted) == list(table)


def test_no_word_around_the_table_is_lost_or_invented() -> None:
    month = file()
    document = month["van_ban"]
    above, rows, below = paper()
    title, focus, schedule = HEADINGS
    year, number, first = document["ngay_ban_hanh"].split("-")
    signed = f"{document['noi_ban_hanh']}, ngày {first} tháng {int(number)} năm {year}"
    paragraphs = [f"- {paragraph}" for paragraph in month["trong_tam"]]
    assert words(above) == words(
        " ".join([signed, title, focus, *paragraphs, schedule, f"({month['luu_y']})"])
    )
    assert rows[0] == COLUMNS
    *recipients, last_line = below.removeprefix(" :").strip().split("\n\n")
    assert [words(line.removesuffix(".")) for line in "".join(recipients).split("\n")] == [
        words(f"- {recipient}") for recipient in month["noi_nhan"]
    ]
    assert words(last_line) == words(f"{document['chuc_vu'].upper()} {document['nguoi_ky']}")


def test_every_correction_is_of_a_day_and_every_other_text_is_as_printed() -> None:
    days = {row["ngay"] for row in file()["lich"]}
    assert {correction["ngay"] for correction in file()["hieu_dinh"]} <= days
    assert set(file()) == {
        "thang",
        "van_ban",
        "trong_tam",
        "luu_y",
        "lich",
        "noi_nhan",
        "hieu_dinh",
    }
    keys = {
        key
        for row in file()["lich"]
        for half_day in LABELS
        for item in row.get(half_day) or ()
        for key in item
    }
    assert keys == {"ma", "noi_dung", "chuan_bi", "lanh_dao"}  # the rest would need comparing too
