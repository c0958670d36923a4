"""Read the pages of a PDF: characters and their appearance, rules and the cells of tables."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import Any

import pdfplumber
from pdfplumber.page import Page as Source
from pdfplumber.table import merge_edges
from pdfplumber.utils.clustering import cluster_objects
from pdfplumber.utils.exceptions import PdfminerException

from agenda.importer.backends.pdf.chars import Char, attach_marks, char_of, printed_once
from agenda.importer.backends.pdf.rules import (
    THIN,
    is_horizontal,
    is_marked,
    rules_marking_chars,
    strikes_through,
    underlines_char,
)
from agenda.importer.datamodel.refusal import ImportRefused

MAX_PAGES = 200
MAX_CHARS = 20_000
"""Characters of one page; a page of the smallest print has 6,000."""

Edge = dict[str, Any]
TABLES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """The cells of a ruled table on one page; `open_below` if the page cuts its last row."""

    cells: tuple[Box, ...]
    open_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """The characters, tables and rules of one page; lengths in points."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    tables: tuple[RuledTable, ...]
    rules: tuple[Box, ...]
    """The horizontal rules that neither underline text nor strike it through."""
    rotated: str
    struck: tuple[Char, ...]
    """The characters struck through; `chars` has none of them."""
    pictures: int


def pages_of(content: bytes) -> Iterator[PdfPage]:
    """Yield the pages in order; raise `ImportRefused` for a damaged, locked or too long PDF."""
    try:
        pdf = pdfplumber.open(io.BytesIO(content))
    except PdfminerException as error:
        if "Password" in type(error.args[0] if error.args else error).__name__:
            raise ImportRefused("tệp PDF có mật khẩu", "hãy bỏ mật khẩu rồi lưu lại") from error
        raise
    with pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise ImportRefused(
                f"tệp PDF có {len(pdf.pages)} trang, nhiều hơn mức {MAX_PAGES} cho phép",
                "hãy tách riêng chương trình công tác thành một tệp",
            )
        for page in pdf.pages:
            yield read_page(page)
            page.close()


def read_page(source: Source) -> PdfPage:
    if len(source.chars) > MAX_CHARS:
        raise ImportRefused(
            f"trang {source.page_number} có {len(source.chars)} ký tự, nhiều hơn mức cho phép",
            "hãy tách riêng chương trình công tác thành một tệp",
        )
    printed = list(printed_once(source.chars))
    chars = attach_marks(char_of(each) for each in printed if each["upright"])
    rules = [each for each in source.objects.get("line", []) if is_horizontal(each)]
    rules += [each for each in source.objects.get("rect", []) if is_horizontal(each)]
    underlines = rules_marking_chars(rules, chars, underlines_char)
    strikes = rules_marking_chars(rules, chars, strikes_through)
    marked_rules = {id(rule) for rule in (*underlines, *strikes)}
    struck = [char for char in chars if is_marked(char, strikes, strikes_through)]
    struck_ids = {id(char) for char in struck}
    rotated = "".join(each["text"] for each in printed if not each["upright"])
    return PdfPage(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        chars=tuple(
            replace(char, underlined=True) if is_marked(char, underlines, underlines_char) else char
            for char in chars
            if id(char) not in struck_ids
        ),
        tables=tuple(ruled_tables(source, marked_rules)),
        rules=tuple(
            Box(x0=rule["x0"], top=rule["top"], x1=rule["x1"], bottom=rule["bottom"])
            for rule in rules
            if id(rule) not in marked_rules
        ),
        rotated=rotated,
        struck=tuple(struck),
        pictures=len(source.images),
    )


def ruled_tables(source: Source, underlines: set[int]) -> Iterator[RuledTable]:
    """Yield the ruled tables of a page; close those that the page cuts open."""

    def is_rule(each: dict[str, Any]) -> bool:
        if id(each) in underlines:
            return False
        if each["object_type"] == "rect" and not each.get("stroke"):
            return bool(min(each["width"], each["height"]) <= THIN)
        return each["object_type"] in {"line", "rect", "curve"}

    drawn_page = source.filter(is_rule)
    above, below = find_open_ends(drawn_page.edges)
    settings = {**TABLES, "explicit_horizontal_lines": [*above, *below]}
    for table in drawn_page.find_tables(table_settings=settings):
        cells = tuple(Box(x0=x0, top=top, x1=x1, bottom=end) for x0, top, x1, end in table.cells)
        if len(cells) > 1:
            x0, _, x1, bottom = table.bbox
            bottom_edges = [edge for edge in below if abs(edge["top"] - bottom) < THIN]
            yield RuledTable(
                cells=cells,
                open_below=sum(edge["width"] for edge in bottom_edges) > x1 - x0 - 2 * THIN,
            )


def find_open_ends(edges: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Return level edges for the cells whose uprights run past their first or last level edge.

    A page that ends below a row may still cut open a cell that goes on over the next rows.
    """
    # The short ends of a thin rectangle are edges, but no rules.
    long_edges = [e for e in edges if max(e["x1"] - e["x0"], e["bottom"] - e["top"]) > THIN]
    merged = merge_edges(long_edges, THIN, THIN, THIN, THIN)
    verticals = [edge for edge in merged if edge["orientation"] == "v"]
    horizontals = [edge for edge in merged if edge["orientation"] == "h"]
    above, below = list[Edge](), list[Edge]()
    for end, found in (("top", above), ("bottom", below)):
        for group in cluster_objects(verticals, end, THIN):
            group.sort(key=itemgetter("x0"))
            y = group[0][end]
            nearby = [
                horizontal for horizontal in horizontals if abs(horizontal["top"] - y) <= 2 * THIN
            ]
            has_no_rule = not any(are_connected(nearby, *pair) for pair in pairwise(group))
            for left, right in pairwise(group):
                # Between two tables no rule crosses at any height.
                if not are_connected(nearby, left, right) and (
                    has_no_rule or are_connected(horizontals, left, right)
                ):
                    found.append(horizontal_edge(left["x0"], right["x0"], y))
    return above, below


def are_connected(horizontals: list[Edge], left: Edge, right: Edge) -> bool:
    """Tell whether a level edge leads from one upright to the next, wherever it meets both."""
    middle = (left["x0"] + right["x0"]) / 2
    top, bottom = max(left["top"], right["top"]), min(left["bottom"], right["bottom"])
    return any(
        horizontal["x0"] < middle < horizontal["x1"]
        and top - 2 * THIN <= horizontal["top"] <= bottom + 2 * THIN
        for horizontal in horizontals
    )


def horizontal_edge(x0: float, x1: float, y: float) -> Edge:
    return {
        "object_type": "line", "orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y,
        "doctop": y, "width": x1 - x0, "height": 0.0,
    }  # fmt: skip
