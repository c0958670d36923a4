"""A month's page in Markdown: a heading and an anchor for each day, items, sources."""

from collections.abc import Iterator

from agenda.model import Day, Month
from agenda.site.urls import day_anchor, item_anchor
from agenda.vietnam.dates import day_heading, half_day_name, long_date, month_title, short_date
from tests.benchmarks.stock.items import item_lines


def month_lines(month: Month, *, linked: bool) -> Iterator[str]:
    paper = month.current
    yield f"# {month_title(month.month)}"
    if paper.caveat:
        yield from ("", f"**Lưu ý:** {paper.caveat}")
    if paper.focus:
        yield from ("", "## I. Một số nội dung công tác trọng tâm { #trong-tam }")
        for paragraph in paper.focus:
            yield from ("", paragraph)
    yield from ("", "## II. Dự kiến chương trình công tác { #lich }")
    for day in month.days:
        yield from _day_lines(day, month, linked=linked)
    yield from _source_lines(month)


def _day_lines(day: Day, month: Month, *, linked: bool) -> Iterator[str]:
    yield from ("", f"### {day_heading(day.date)} {{ #{day_anchor(day.date)} }}", "")
    for label in day.labels:
        yield from (label, "")
    if not day.items and not day.labels:
        yield "Văn bản để trống ngày này" if day.listed else "Văn bản không ghi ngày này"
    for item in day.items:
        once = day.date == max(item.first, month.month.first)
        anchor = item_anchor(item) if once else ""
        lead = f"**{half_day_name(item.half_day)}**"
        yield from item_lines(item, lead, "../", anchor, linked=linked)


def _source_lines(month: Month) -> Iterator[str]:
    paper = month.current
    yield from ("", "## Nguồn { #nguon }", "")
    facts = {
        "Số, ký hiệu": paper.document.number,
        "Ban hành": f"{paper.document.place}, {long_date(paper.document.issued)}",
        "Người ký": f"{paper.document.signer_title} {paper.document.signer}",
        "Ghi chú về nguồn": paper.document.origin,
        "Nơi nhận": "; ".join(paper.recipients),
    }
    yield from (f"- {label}: {fact}" for label, fact in facts.items() if fact)
    if paper.corrections:
        yield from ("", "## Hiệu đính so với bản giấy { #hieu-dinh }", "")
    for each in paper.corrections:
        day = f"{short_date(each.day)}: " if each.day else ""
        mended = f" sửa thành “{each.corrected}”" if each.corrected else f": {each.doubt}"
        yield f"- {day}“{each.printed}”{mended}"
