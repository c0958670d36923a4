"""The rows of documents that pages cut, in all layouts that departments use."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from agenda.model import YearMonth
from tests.importer.documents.cut_looks import MOST, Look
from tests.synthetic.items import ItemMaker

MONTH = YearMonth(2021, 5)
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
UNITS = (
    "Văn phòng",
    "Phòng TT-TK",
    "Phòng Quản lý khoa học",
    "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "Trung tâm Ứng dụng tiến bộ KH&CN",
    "Thanh tra Sở",
)
LEADERS = ("Đ/c Văn GĐ", "Đ/c Hoàn PGĐ", "Đ/c Bình PGĐ", "Đ/c Trọng PGĐ", "Lãnh đạo Sở")
BEHIND = (
    " (theo Kế hoạch số 125/KH-UBND ngày 12/5/2021 của UBND tỉnh)",
    " giai đoạn 2021 - 2025, định hướng đến năm 2030",
    " và Nghị quyết số 05-NQ/TU về phát triển KT-XH",
    " tại Hội trường tầng 3, Trung tâm Thông tin - Thống kê",
    ", báo cáo UBND tỉnh trước 17h00",
)
"""Texts that follow an item in a rich look."""
VENUES = ("Phòng họp tầng 2", "Hội trường", "Phòng họp trực tuyến UBND tỉnh", "Trụ sở")


Lines = Sequence[str] | None
"""The paragraphs of a cell; None if it continues the cell above."""

Rows = tuple[tuple[tuple[str, float], ...], Iterator[tuple[Lines, ...]]]


def days(look: Look) -> int:
    return 26 if look.most < MOST else 4


def written(look: Look, texts: Sequence[str]) -> Iterator[str]:
    """Return the items of a cell with their signs and ends."""
    for number, text in enumerate(texts, start=1):
        sign = "" if look.late and number == 1 else look.sign
        ended = f"{text}{'.' if number == len(texts) else look.ended}" if look.ended else text
        yield f"{number}. {ended}" if sign == "1" else f"{sign} {ended}".strip()


def worded(look: Look, items: ItemMaker, random: Random) -> str:
    """Return an item's text. A rich look adds times, venues and figures to some."""
    text = items.words("item")
    if not look.rich:
        return text
    hour = f"{random.randint(7, 16)}h{random.choice(('00', '30'))}: "
    return (hour if random.random() < 0.2 else "") + text + random.choice((*BEHIND, *[""] * 9))


def monthly(look: Look) -> Rows:
    """Yield a row for each day: half-days, items, a unit and a leader for each or for all."""
    heads = (("Ngày", 16), ("Nội dung", 82), ("Cơ quan chuẩn bị", 32), ("Lãnh đạo Sở", 30))
    return heads, _monthly(look)


def _monthly(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for day in range(3, 3 + days(look)):
        content, units, leaders = list[str](), list[str](), list[str]()
        for half in ("Sáng:", "Chiều:"):
            texts = [worded(look, items, random) for _ in range(random.randint(0, look.most))]
            if len(texts) == 1 and half == "Sáng:":
                content += (f"{half} {text}" for text in written(replace(look, sign=""), texts))
            else:
                content += [half, *written(look, texts)]
            units += (random.choice(UNITS) for _ in texts)
            leaders += (random.choice(LEADERS) for _ in texts)
        if random.random() < 0.2:
            leaders = leaders and ["Lãnh đạo Sở"]
        yield [str(day)], content, units, leaders


def weekly(look: Look) -> Rows:
    """Yield a row for each half-day, with the cell of the day over both."""
    heads = (
        ("Thứ", 22), ("Buổi", 19), ("Nội dung", 63), ("Thành phần", 30), ("Địa điểm", 26),
    )  # fmt: skip
    return heads, _weekly(look)


def _weekly(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number, weekday in enumerate(WEEKDAYS[: days(look)]):
        day: Lines = [weekday, f"({17 + number}/5)"]
        shared = random.random() < 0.3
        for half in ("Sáng", "Chiều"):
            texts = [worded(look, items, random) for _ in range(random.randint(1, look.most))]
            yield (
                day,
                [half],
                list(written(look, texts)),
                [random.choice(UNITS) for _ in texts],
                None
                if shared and half == "Chiều"
                else [random.choice(VENUES)]
                if shared
                else [random.choice(VENUES) for _ in texts],
            )
            day = None


def single(look: Look) -> Rows:
    """Yield a row for each item with its time; the day is given where it changes."""
    heads = (("Ngày", 22), ("Giờ", 16), ("Nội dung", 72), ("Chủ trì", 30), ("Địa điểm", 24))
    return heads, _single(look)


def _single(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(days(look)):
        day = MONTH.first + timedelta(number)
        printed: Lines = [f"{WEEKDAYS[day.weekday()]}", f"{day.day}/{day.month}"]
        for hour in sorted(random.sample(range(7, 17), random.randint(1, look.most))):
            leader = "Đ/c Văn GĐ, Đ/c Hoàn PGĐ và lãnh đạo các phòng, đơn vị liên quan"
            yield (
                printed,
                [f"{hour:02}h00"],
                [worded(look, items, random)],
                [random.choice((*LEADERS, leader))],
                [random.choice(VENUES)],
            )
            printed = []


def plain(look: Look) -> Rows:
    """Yield a row for each day without half-days, each item a paragraph."""
    heads = (("Thời gian", 24), ("Nội dung công việc", 90), ("Chủ trì", 46))
    return heads, _plain(look)


def _plain(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(days(look)):
        day: date = MONTH.first + timedelta(number)
        texts = [worded(look, items, random) for _ in range(random.randint(1, look.most))]
        yield (
            [f"{day.day}/{day.month}"],
            list(written(look, texts)),
            [random.choice(LEADERS) for _ in texts],
        )


def shared(look: Look) -> Rows:
    """Yield a row for each item with who leads and who helps; days are merged cells."""
    heads = (
        ("Thời gian", 22), ("Nội dung công việc", 66), ("Chủ trì", 26), ("Phối hợp", 28),
        ("Ghi chú", 18),
    )  # fmt: skip
    return heads, _shared(look)


def _shared(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(days(look)):
        day: Lines = [f"Ngày {(MONTH.first + timedelta(number)).day}/5"]
        for _ in range(random.randint(1, look.most)):
            helpers = random.sample(UNITS, random.choice((0, 1, 1, 2, 3)))
            note = random.choice(("", "", "", "Có giấy mời riêng"))
            yield (
                day,
                list(written(look, [worded(look, items, random)])),
                [random.choice(LEADERS)],
                ["; ".join(helpers)] if look.late else helpers,
                [note] if note else [],
            )
            day = None


def halved(look: Look) -> Rows:
    """Yield rows with a column for each half-day, the leader in brackets behind each item."""
    return (("Thứ, ngày", 24), ("Sáng", 68), ("Chiều", 68)), _halved(look)


def _halved(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(days(look)):
        day = MONTH.first + timedelta(number)
        halves = [
            [
                f"{worded(look, items, random)} ({random.choice(LEADERS)})"
                for _ in range(random.randint(0, look.most))
            ]
            for _ in range(2)
        ]
        yield (
            [WEEKDAYS[day.weekday()], f"{day.day}/{day.month}"],
            list(written(look, halves[0])),
            list(written(look, halves[1])),
        )


def timed(look: Look) -> Rows:
    """Yield the rows of a week, one for each item, with merged days and half-days."""
    heads = (
        ("Thứ", 20), ("Buổi", 15), ("Giờ", 15), ("Nội dung", 50), ("Thành phần", 34),
        ("Địa điểm", 26),
    )  # fmt: skip
    return heads, _timed(look)


def _timed(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number, weekday in enumerate(WEEKDAYS):
        day: Lines = [weekday, f"({17 + number}/5)"]
        for half, hours in (("Sáng", range(7, 12)), ("Chiều", range(13, 17))):
            printed: Lines = [half]
            for hour in sorted(random.sample(hours, random.randint(1, look.most))):
                attending = random.sample((*LEADERS, *UNITS), random.choice((1, 2, 3)))
                yield (
                    day,
                    printed,
                    [f"{hour}h00"],
                    list(written(look, [worded(replace(look, rich=False), items, random)])),
                    [", ".join(attending)] if look.late else attending,
                    [random.choice(VENUES)],
                )
                day = printed = None


def listed(look: Look) -> Rows:
    """Return no head of a table, and days as headings with half-days and items below."""
    return (), _listed(look)


def _listed(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(days(look)):
        day = MONTH.first + timedelta(number)
        lines = [f"{WEEKDAYS[day.weekday()]}, ngày {day.day}/{day.month}:"]
        for half in ("Sáng:", "Chiều:"):
            texts = [worded(look, items, random) for _ in range(random.randint(0, look.most))]
            lines += [half, *written(look, texts)] if texts else []
        yield (lines,)


ROWS = {
    "thang": monthly,
    "tuan": weekly,
    "tung-viec": single,
    "khong-buoi": plain,
    "phoi-hop": shared,
    "nua-ngay": halved,
    "tuan-gio": timed,
    "danh-sach": listed,
}
MONTHLY, WEEKLY = "LỊCH CÔNG TÁC THÁNG 5 NĂM 2021", "LỊCH CÔNG TÁC TUẦN 20 (từ 17/5 đến 23/5/2021)"
TITLES = {
    "thang": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021",
    "tuan": WEEKLY,
    "tung-viec": MONTHLY,
    "khong-buoi": MONTHLY,
    "phoi-hop": MONTHLY,
    "nua-ngay": MONTHLY,
    "tuan-gio": WEEKLY,
    "danh-sach": MONTHLY,
}
