"""Write a sheet in Typst's language."""

import json
from collections.abc import Iterator

from tests.importer.documents.producers.sheet import Area, Block, Grid, Sheet, Text

EMPTY = "~"
"""The content of an empty paragraph: Typst drops paragraphs without content."""


FALLBACKS = ("Noto Serif", "DejaVu Serif")
"""Fonts for the letters that older free fonts lack."""


def write_typst(sheet: Sheet) -> str:
    return "\n".join(lines(sheet))


def lines(sheet: Sheet) -> Iterator[str]:
    top, right, bottom, left = (f"{each}pt" for each in sheet.margins)
    number = "context if here().page() > 1 { align(center, counter(page).display()) }"
    edge = {"top": "header", "bottom": "footer"}.get(sheet.numbered)
    families = f"({json.dumps(sheet.family)}, {', '.join(map(json.dumps, FALLBACKS))})"
    yield f"#set page(width: {sheet.width}pt, height: {sheet.height}pt,"
    yield f"  margin: (top: {top}, right: {right}, bottom: {bottom}, left: {left}),"
    yield f"  {edge}: {number})" if edge else ")"
    yield f'#set text(font: {families}, size: {sheet.size}pt, lang: "vi",'
    yield "  costs: (widow: 0%, orphan: 0%))"
    yield "#set par(leading: 0.45em, spacing: 0.45em)"
    for each in sheet.blocks:
        yield table(each) if isinstance(each, Grid) else paragraph(each)


def paragraph(block: Block) -> str:
    words = "".join(map(dressed, block.texts)) or EMPTY
    looks = f"justify: {str(block.alignment == 'justify').lower()}"
    if block.indent:
        looks += f", first-line-indent: (amount: {block.indent}pt, all: true)"
    written = f"par({looks})[{words}]"
    if block.alignment == "center":
        written = f"align(center, {written})"
    return f"#block(width: 100%, below: {block.after}pt + 0.45em, {written})"


def dressed(text: Text) -> str:
    if text.text == "\n":
        return "#linebreak()"
    weight = "bold" if text.bold else "regular"
    style = "italic" if text.italic else "normal"
    looks = f'size: {text.size}pt, weight: "{weight}", style: "{style}"'
    written = f"text({looks}, {json.dumps(text.text, ensure_ascii=False)})"
    return f"#underline({written});" if text.underlined else f"#{written};"


def table(grid: Grid) -> str:
    found = [[cell(area) for area in row] for row in grid.rows()]
    heights = ", ".join("auto" for _ in grid.heights)
    widths = ", ".join(f"{width}pt" for width in grid.widths)
    stroke = "0.5pt" if grid.ruled else "none"
    head = ", ".join(each for row in found[: grid.heads] for each in row)
    body = [each for row in found[grid.heads :] for each in row]
    cells = ",\n  ".join(([f"table.header({head})"] if head else []) + body)
    return (
        f"#table(columns: ({widths},), rows: ({heights},), stroke: {stroke}, "
        f"inset: (x: 5.4pt, y: 2pt),\n  {cells})"
    )


def cell(area: Area) -> str:
    place = "horizon" if area.centred else "top"
    blocks = "".join(map(paragraph, area.blocks))
    return f"table.cell(rowspan: {area.rows}, colspan: {area.columns}, align: {place})[{blocks}]"
