"""Writes agendas whose rows pages cut wherever their look makes them: long rows, in many looks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt

from agenda.model import YearMonth
from tests.importer.documents.official import add_row, repeat, set_page, set_widths, write
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
VENUES = ("Phòng họp tầng 2", "Hội trường", "Phòng họp trực tuyến UBND tỉnh", "Trụ sở")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paper is laid out: what decides where its pages cut the rows.

    `rows` names who writes them (`ROWS`), `sign` begins each item ("-", "1" for numbers, nothing),
    `size` and `above` (the white before the table) are in points, `most` items stand in a cell.
    """

    seed: int
    rows: str
    sign: str = "-"
    size: float = 13
    above: float = 0
    most: int = 6
    repeated: bool = True
    centred: bool = False


def write_cut(look: Look, path: Path) -> Path:
    """Save the paper of this look as a .docx; the seed decides every word."""
    document = docx.Document()
    set_page(document)
    document.styles["Normal"].font.size = Pt(look.size)
    title = document.add_paragraph()
    heads, rows = ROWS[look.rows](look)
    title.add_run(TITLES[look.rows]).bold = True
    title.paragraph_format.space_after = Pt(look.above)
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    if look.repeated:
        repeat(table.rows[0])
    for cell, (head, _) in zip(table.rows[0].cells, heads, strict=True):
        write(cell, head).runs[0].bold = True
    above = table.rows[0].cells
    for row in rows:
        cells = add_row(table)
        for place, lines in enumerate(row):
            if lines is None:
                cells[place].merge(above[place])
                continue
            for line in lines:
                label, colon, rest = line.partition(":")
                if colon and label in ("Sáng", "Chiều"):
                    paragraph = write(cells[place], f"{label}:")
                    paragraph.runs[0].underline = True
                    paragraph.add_run(rest)
                else:
                    write(cells[place], line)
            if look.centred and place != 1:
                cells[place].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        above = cells
    set_widths(table, (Mm(width) for _, width in heads))
    document.add_paragraph("Nơi nhận: như trên.")
    document.save(str(path))
    return path


Lines = Sequence[str] | None
"""The paragraphs of a cell; None where it goes on from the one above."""

Rows = tuple[tuple[tuple[str, float], ...], Iterator[tuple[Lines, ...]]]


def signed(texts: Sequence[str], sign: str) -> Iterator[str]:
    for number, text in enumerate(texts, start=1):
        yield f"{number}. {text}" if sign == "1" else f"{sign} {text}".strip()


def monthly(look: Look) -> Rows:
    """A row to a day: half-days, their items, a unit and a leader for each or one for all."""
    heads = (("Ngày", 16), ("Nội dung", 82), ("Cơ quan chuẩn bị", 32), ("Lãnh đạo Sở", 30))
    return heads, _monthly(look)


def _monthly(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for day in range(3, 29):
        content, units, leaders = list[str](), list[str](), list[str]()
        for half in ("Sáng:", "Chiều:"):
            texts = [items.words("item") for _ in range(random.randint(0, look.most))]
            if len(texts) == 1 and half == "Sáng:":
                content.append(f"{half} {texts[0]}")
            else:
                content += [half, *signed(texts, look.sign)]
            units += (random.choice(UNITS) for _ in texts)
            leaders += (random.choice(LEADERS) for _ in texts)
        if random.random() < 0.2:
            leaders = leaders and ["Lãnh đạo Sở"]
        yield [str(day)], content, units, leaders


def weekly(look: Look) -> Rows:
    """A row to a half-day, the day's cell over both."""
    heads = (
        ("Thứ", 22), ("Buổi", 19), ("Nội dung", 63), ("Thành phần", 30), ("Địa điểm", 26),
    )  # fmt: skip
    return heads, _weekly(look)


def _weekly(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number, weekday in enumerate(WEEKDAYS):
        day: Lines = [weekday, f"({17 + number}/5)"]
        shared = random.random() < 0.3
        for half in ("Sáng", "Chiều"):
            texts = [items.words("item") for _ in range(random.randint(1, look.most))]
            yield (
                day,
                [half],
                list(signed(texts, look.sign)),
                [random.choice(UNITS) for _ in texts],
                None
                if shared and half == "Chiều"
                else [random.choice(VENUES)]
                if shared
                else [random.choice(VENUES) for _ in texts],
            )
            day = None


def single(look: Look) -> Rows:
    """A row to an item with its hour; the day stands where it changes."""
    heads = (("Ngày", 22), ("Giờ", 16), ("Nội dung", 72), ("Chủ trì", 30), ("Địa điểm", 24))
    return heads, _single(look)


def _single(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(26):
        day = MONTH.first + timedelta(number)
        printed: Lines = [f"{WEEKDAYS[day.weekday()]}", f"{day.day}/{day.month}"]
        for hour in sorted(random.sample(range(7, 17), random.randint(1, look.most))):
            leader = "Đ/c Văn GĐ, Đ/c Hoàn PGĐ và lãnh đạo các phòng, đơn vị liên quan"
            yield (
                printed,
                [f"{hour:02}h00"],
                [items.words("item")],
                [random.choice((*LEADERS, leader))],
                [random.choice(VENUES)],
            )
            printed = []


def plain(look: Look) -> Rows:
    """A row to a day without half-days, each item a paragraph of its own."""
    heads = (("Thời gian", 24), ("Nội dung công việc", 90), ("Chủ trì", 46))
    return heads, _plain(look)


def _plain(look: Look) -> Iterator[tuple[Lines, ...]]:
    random = Random(look.seed)
    items = ItemMaker(MONTH, random)
    for number in range(26):
        day: date = MONTH.first + timedelta(number)
        texts = [items.words("item") for _ in range(random.randint(1, look.most))]
        yield (
            [f"{day.day}/{day.month}"],
            list(signed(texts, look.sign)),
            [random.choice(LEADERS) for _ in texts],
        )


ROWS = {"thang": monthly, "tuan": weekly, "tung-viec": single, "khong-buoi": plain}
TITLES = {
    "thang": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021",
    "tuan": "LỊCH CÔNG TÁC TUẦN 20 (từ 17/5 đến 23/5/2021)",
    "tung-viec": "LỊCH CÔNG TÁC THÁNG 5 NĂM 2021",
    "khong-buoi": "LỊCH CÔNG TÁC THÁNG 5 NĂM 2021",
}


SHOWN = {
    "Tháng dài, việc gạch đầu dòng, trang cắt ngang các hàng": Look(
        seed=7, rows="thang", size=12.5, above=110, most=4
    ),
    "Tuần dài, việc đánh số, trang cắt ngang các hàng, ô ngày gộp": Look(
        seed=11, rows="tuan", sign="1", above=60, most=4, centred=True
    ),
    "Tháng, mỗi việc một hàng, ngày không lặp lại, trang cắt ngang các hàng": Look(
        seed=12, rows="tung-viec", sign="", above=200, most=3, repeated=False
    ),
    "Tháng không ghi buổi, trang cắt ngang các hàng": Look(
        seed=5, rows="khong-buoi", sign="+", size=13.5, above=30, most=5, repeated=False
    ),
}
"""Those that the guide measures, by their titles; `cases/cut` has the month of each."""


def looks(seeds: Sequence[int]) -> Iterator[Look]:
    """A look for each seed and kind of rows, as the seed has it."""
    for seed in seeds:
        random = Random(f"look {seed}")
        for rows in ROWS:
            yield Look(
                seed=seed,
                rows=rows,
                sign=random.choice(("-", "-", "+", "1", "")) if rows != "tung-viec" else "",
                size=random.choice((11, 12, 13, 13.5, 14)),
                above=random.uniform(0, 300),
                most=random.choice((2, 4, 8)) if rows != "tung-viec" else 3,
                repeated=random.random() < 0.6,
                centred=random.random() < 0.3,
            )
