"""Write a sheet as a page of HTML, which Chromium and WeasyPrint print."""

from collections.abc import Iterable, Iterator
from html import escape

from tests.importer.documents.producers.sheet import Area, Block, Grid, Sheet, Text

EMPTY = "&nbsp;"
"""The content of an empty paragraph in HTML, as Word writes it."""


def write_html(sheet: Sheet) -> str:
    body = "".join(
        table(each) if isinstance(each, Grid) else paragraph(each) for each in sheet.blocks
    )
    return f"<!doctype html><html lang=vi><meta charset=utf-8><style>{style(sheet)}</style>{body}"


def style(sheet: Sheet) -> str:
    margins = " ".join(f"{each}pt" for each in sheet.margins)
    number = ""
    if sheet.numbered:
        edge = f"@{sheet.numbered}-center"
        number = f"@page {{ {edge} {{ content: counter(page) }} }} "
        number += f"@page :first {{ {edge} {{ content: none }} }}"
    return f"""
@page {{ size: {sheet.width}pt {sheet.height}pt; margin: {margins} }} {number}
body {{ font: {sheet.size}pt/1.15 "{sheet.family}"; margin: 0; orphans: 1; widows: 1 }}
p {{ margin: 0 }}
table {{ border-collapse: collapse; table-layout: fixed }}
td {{ padding: 0 5.4pt; vertical-align: top }}
.ruled td {{ border: 0.5pt solid black }}
.centred {{ vertical-align: middle }}
"""


def paragraph(block: Block) -> str:
    looks = f"margin-bottom: {block.after}pt; text-align: {block.alignment}"
    if block.indent:
        looks += f"; text-indent: {block.indent}pt"
    return f'<p style="{looks}">{"".join(map(words, block.texts)) or EMPTY}</p>'


def words(text: Text) -> str:
    if text.text == "\n":
        return "<br>"
    written = escape(text.text)
    for tag, worn in (("u", text.underlined), ("i", text.italic), ("b", text.bold)):
        if worn:
            written = f"<{tag}>{written}</{tag}>"
    return f'<span style="font-size: {text.size}pt">{written}</span>'


def table(grid: Grid) -> str:
    columns = "".join(f'<col style="width: {width}pt">' for width in grid.widths)
    head = "".join(rows(grid, range(grid.heads)))
    body = "".join(rows(grid, range(grid.heads, len(grid.heights))))
    ruled = " class=ruled" if grid.ruled else ""
    width = sum(grid.widths)
    return (
        f'<table{ruled} style="width: {width}pt"><colgroup>{columns}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def rows(grid: Grid, numbers: Iterable[int]) -> Iterator[str]:
    found = grid.rows()
    for number in numbers:
        cells = "".join(map(cell, found[number]))
        yield f'<tr style="height: {grid.heights[number]}pt">{cells}</tr>'


def cell(area: Area) -> str:
    looks = " class=centred" if area.centred else ""
    blocks = "".join(map(paragraph, area.blocks))
    return f"<td{looks} rowspan={area.rows} colspan={area.columns}>{blocks}</td>"
