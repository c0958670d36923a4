"""Layouts of test documents with rows cut by pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

PLAIN = ("thang", "tuan", "tung-viec", "khong-buoi")
FURTHER = ("phoi-hop", "nua-ngay", "tuan-gio", "danh-sach")
"""Kinds of rows (`cut_rows`): those of plain looks, and those added later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The typesetting of a text; the defaults, except `narrow`, are those of most papers.

    `indent` (of a cell's first lines) and `tall` (the least height of a row) are in millimetres,
    `apart` (the white between paragraphs) is in points. `narrow` is the part of the usual width
    that the content has; the other columns have the rest.
    """

    font: str = "Times New Roman"
    justified: bool = False
    indent: float = 0
    apart: float = 0
    tall: float = 0
    wide: bool = False
    numbered: str = "top"
    narrow: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The layout of a paper, which decides where its pages cut the rows.

    `rows` names who writes them (`cut_rows`), `sign` begins each item ("-", "1" for numbers,
    nothing), but not the first of a cell if it is `late`; `ended` ends each but the last, which has
    a full stop. `size` and `above` (the white before the table) are in points, `most` items stand
    in a cell; `rich` ones have hours, venues, figures and hyphens.
    """

    seed: int
    rows: str
    sign: str = "-"
    late: bool = False
    ended: str = ""
    rich: bool = False
    size: float = 13
    above: float = 0
    most: int = 6
    repeated: bool = True
    centred: bool = False
    setting: Setting = Setting()


SHOWN = {
    "Long month, items with dashes, rows cut by pages": Look(
        seed=7, rows="thang", size=12.5, above=110, most=4
    ),
    "Long week, numbered items, rows cut by pages, merged days": Look(
        seed=11, rows="tuan", sign="1", above=60, most=4, centred=True
    ),
    "Month with a row for each item, repeated days left empty, rows cut by pages": Look(
        seed=12, rows="tung-viec", sign="", above=200, most=3, repeated=False
    ),
    "Month without half-days, rows cut by pages": Look(
        seed=5, rows="khong-buoi", sign="+", size=13.5, above=30, most=5, repeated=False
    ),
}
"""Looks that `make measure` measures, by title; `cases/cut` has the month of each."""


def looks(seeds: Sequence[int]) -> Iterator[Look]:
    """Yield a look for each seed and plain kind of rows."""
    for seed in seeds:
        random = Random(f"look {seed}")
        for rows in PLAIN:
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


def further_looks(seeds: Sequence[int]) -> Iterator[Look]:
    """Yield looks of four kinds of rows for each seed, with random settings."""
    for seed in seeds:
        random = Random(f"further look {seed}")
        for rows in random.sample((*PLAIN, *FURTHER), 4):
            sign = random.choice(("-", "-", "+", "1", ""))
            most = random.choice((2, 4, 8, MOST))
            yield Look(
                seed=seed,
                rows=rows,
                sign="" if rows in SINGLE else sign,
                late=random.random() < 0.15,
                ended=random.choice(("", "", ";", ".")),
                rich=random.random() < 0.5,
                size=random.choice((10, 11, 12, 13, 13.5, 14)),
                above=random.uniform(0, 400),
                most=3 if rows in SINGLE else most,
                repeated=random.random() < 0.6,
                centred=random.random() < 0.3,
                setting=setting(random),
            )


MOST = 24
"""The number of items of a cell that spans several pages; such documents have few days."""
SINGLE = ("tung-viec", "phoi-hop", "tuan-gio")
"""Kinds with a row for each item."""


def setting(random: Random) -> Setting:
    return Setting(
        font=random.choice(("Times New Roman", "Times New Roman", "Arial", "DejaVu Sans")),
        justified=random.random() < 0.5,
        indent=random.choice((0, 0, 0, 5, 8)),
        apart=random.choice((0, 0, 3, 6)),
        tall=random.choice((0, 0, 0, 15, 30)),
        wide=random.random() < 0.3,
        numbered=random.choice(("top", "bottom", "")),
        narrow=random.choice((1, 1, 0.8, 0.65)),
    )
