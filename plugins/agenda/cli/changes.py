"""`agenda changes`: list the changes that the amendments of a month make."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import click

from agenda.cli.folders import find_agendas
from agenda.cli.months import parse_month
from agenda.cli.review import review_month
from agenda.cli.vietnamese import VietnameseCommand, WrongUse
from agenda.history.diff import (
    Amendment,
    ItemChange,
    amendments,
    describe_fields,
    diff_revisions,
)
from agenda.history.identity import Identified, identify
from agenda.history.matching import MatchBasis, Pair
from agenda.history.review import describe_doubt, describe_item
from agenda.history.update_words import changed_values, describe_update, update_line
from agenda.history.updates import ListedUpdate, updates_of
from agenda.model import Item, Month, YearMonth
from agenda.source.folder import load_agenda
from agenda.vietnam.dates import full_date, month_name


@click.command(cls=VietnameseCommand)
@click.argument("month", metavar="THÁNG")
@click.option("--review", is_flag=True, help="Hỏi từng việc cần xem lại, rồi tự ghi vào tệp.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def changes(month: str, review: bool, as_json: bool) -> int:
    """Cho xem các lần điều chỉnh, cập nhật một tháng đổi những gì.

    THÁNG viết năm-tháng, như 2021-05. Việc của hai bản được đối chiếu từng việc một: theo mã đã
    ghi; không thì theo ngày, buổi và chữ; không nữa thì theo độ giống nhau. Những việc chỉ đối
    chiếu được theo độ giống được liệt kê để xem lại; --review hỏi lại từng việc ấy.
    """
    wanted = parse_month(month)
    if review and as_json:
        raise WrongUse("--review và --json không dùng cùng nhau")
    folder = find_agendas()
    reading = load_agenda(folder)
    if reading.failed:
        click.echo("Dữ liệu có lỗi; hãy chạy agenda check và sửa trước.", err=True)
        return 1
    identified = identify(reading.agenda)
    found = next((each for each in identified.agenda.months if each.month == wanted), None)
    if found is None:
        click.echo(f"Chưa có chương trình {month_name(wanted)}.", err=True)
        return 1
    if review:
        if not review_month(folder, wanted):
            click.echo("Không có việc nào cần xem lại.")
        return 0
    amended = list(_amendments(identified, found))
    if as_json:
        rows = [*map(_row, amended), *map(_update_row, updates_of(found))]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for line in (*_lines(wanted, amended), *_update_lines(found)):
            click.echo(line)
    return 0


def _amendments(identified: Identified, month: Month) -> Iterator[Amendment]:
    """Yield the amendments of a month with the reasons why their items were matched."""
    for amendment in amendments(month):
        known = {
            pair.after.code: pair
            for pair in identified.matchings[month.month, amendment.document.number].pairs
        }
        pairs = tuple(_with_reason(pair, known) for pair in amendment.matching.pairs)
        matching = replace(amendment.matching, pairs=pairs)
        yield diff_revisions(amendment.before, amendment.after, matching, amendment.document)


def _with_reason(pair: Pair, known: Mapping[str, Pair]) -> Pair:
    """Return a pair of equal codes with the reason why the items got the same code."""
    reason = known.get(pair.after.code, pair)
    return replace(pair, basis=reason.basis, similarity=reason.similarity, doubtful=reason.doubtful)


def _lines(month: YearMonth, amended: Iterable[Amendment]) -> Iterator[str]:
    amended = list(amended)
    if not amended:
        yield f"Chương trình {month_name(month)} chưa được điều chỉnh lần nào."
    for amendment in amended:
        yield (
            f"{amendment.document.source}: điều chỉnh lần {amendment.document.number}, ký "
            f"{full_date(amendment.document.document.issued)}, so với {amendment.before.source}:"
        )
        yield from _amendment_lines(amendment)


def _update_lines(month: Month) -> Iterator[str]:
    for listed in updates_of(month):
        item = listed.update.new_item or listed.update.former_item
        what = f" {describe_item(item)}" if item else ""
        yield f"{listed.revision.source}:{what} {update_line(listed.update)}"


def _amendment_lines(amendment: Amendment) -> Iterator[str]:
    if not amendment.count:
        yield "  Không có gì thay đổi."
    yield from _section("Đổi", [_change_lines(change) for change in amendment.changed])
    yield from _section("Mới", [[_describe(item)] for item in amendment.added])
    yield from _section("Không còn", [[_describe(item)] for item in amendment.dropped])
    labels = [
        f"{full_date(label.day)}: {_shown(label.before)} → {_shown(label.after)}"
        for label in amendment.labels
    ]
    yield from _section("Chữ ghi ở ngày", [[label] for label in labels])
    texts = [
        [
            text.name,
            *(f"  bỏ: {line}" for line in text.before if line not in text.after),
            *(f"  thêm: {line}" for line in text.after if line not in text.before),
        ]
        for text in amendment.texts
    ]
    yield from _section("Phần chung", texts)
    doubts = [[describe_doubt(pair)] for pair in _doubtful(amendment)]
    yield from _section("Cần xem lại", doubts)


def _section(title: str, blocks: list[list[str]]) -> Iterator[str]:
    if blocks:
        yield f"  {title} ({len(blocks)}):"
    for block in blocks:
        for line in block:
            yield f"    {line}"


def _change_lines(change: ItemChange) -> list[str]:
    return [
        _describe(change.after),
        *(
            f"  {difference.field.label}: {_shown(difference.before)} → {_shown(difference.after)}"
            for difference in change.differences
        ),
    ]


def _describe(item: Item) -> str:
    return f"{item.code}  {describe_item(item)}"


def _shown(text: str | None) -> str:
    return text or "(không ghi)"


def _doubtful(amendment: Amendment) -> Iterator[Pair]:
    """Yield the doubtful pairs, the least certain first."""
    doubtful = (pair for pair in amendment.matching.pairs if pair.doubtful)
    yield from sorted(doubtful, key=lambda pair: pair.similarity)


_BASES = {
    MatchBasis.CODE: "code",
    MatchBasis.EXACT: "exact",
    MatchBasis.SIMILARITY: "likeness",
}
"""The names in the JSON output, which programs rely on."""


def _row(amendment: Amendment) -> dict[str, Any]:
    return {
        "revision": amendment.document.number,
        "file": amendment.document.source,
        "before": amendment.before.source,
        "issued": amendment.document.document.issued.isoformat(),
        "changed": [
            {
                "code": change.after.code,
                "basis": _BASES[change.pair.basis],
                "likeness": round(change.pair.similarity, 3),
                "differences": [
                    {
                        "field": difference.field.value,
                        "before": difference.before,
                        "after": difference.after,
                    }
                    for difference in change.differences
                ],
            }
            for change in amendment.changed
        ],
        "added": [_item_row(item) for item in amendment.added],
        "dropped": [_item_row(item) for item in amendment.dropped],
        "labels": [
            {"day": label.day.isoformat(), "before": label.before, "after": label.after}
            for label in amendment.labels
        ],
        "texts": [
            {"name": text.name, "before": text.before, "after": text.after}
            for text in amendment.texts
        ],
        "doubtful": [
            {
                "code": pair.after.code,
                "basis": _BASES[pair.basis],
                "likeness": round(pair.similarity, 3),
                "before": pair.before.text,
                "after": pair.after.text,
            }
            for pair in _doubtful(amendment)
        ],
    }


def _update_row(listed: ListedUpdate) -> dict[str, Any]:
    return {
        "file": listed.revision.source,
        "update": listed.number,
        "date": listed.update.day.isoformat(),
        "target": listed.update.target,
        "what": describe_update(listed.update),
        "values": [
            {"name": value.label, "before": value.before, "after": value.after}
            for value in changed_values(listed.update)
        ],
        "reason": listed.update.reason,
    }


def _item_row(item: Item) -> dict[str, str]:
    words = describe_fields(item)
    return {"code": item.code} | {field.value: said for field, said in words.items() if said}
