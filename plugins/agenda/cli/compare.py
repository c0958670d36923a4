"""`agenda compare`: compare a published month with its document."""

import json
from dataclasses import replace
from pathlib import Path

import click

from agenda.cli.folders import find_agendas
from agenda.cli.months import parse_month, parse_revision
from agenda.cli.vietnamese import VietnameseCommand
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.import_document import import_document
from agenda.importer.output.compare import Comparison, compare
from agenda.model import Revision, YearMonth
from agenda.source.folder import load_agenda
from agenda.vietnam.dates import month_name


@click.command(name="compare", cls=VietnameseCommand)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("month", metavar="THÁNG")
@click.option("--revision", metavar="LẦN", help="Lần điều chỉnh, như 2; 0 là bản ban đầu.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def compare_(file: Path, month: str, revision: str | None, as_json: bool) -> int:
    """So tháng đã nhập với văn bản đã ký, từng việc một.

    THÁNG viết năm-tháng, như 2021-05. Lần điều chỉnh lấy trong tiêu đề văn bản; tiêu đề không
    ghi, hoặc tệp đã nhập với --revision, thì ghi --revision với cùng lần đó. Những chỗ đã nêu ở
    hieu_dinh, chỗ ghi [không công bố] và khác biệt chỉ về dấu cách, dấu nháy, gạch nối được đếm
    riêng.
    Mã kết thúc: 0 là như nhau, 1 là có chỗ khác, 2 là dùng lệnh chưa đúng.
    """
    wanted = parse_month(month)
    asked = None if revision is None else parse_revision(revision)
    agenda = load_agenda(find_agendas()).agenda
    revisions = next((each.revisions for each in agenda.months if each.month == wanted), ())
    try:
        drafts = import_document(file, wanted).drafts
    except ImportRefused as refused:
        click.echo(f"Lỗi: {refused}.", err=True)
        return 1
    draft = next((each for each in drafts if each.month == wanted), None)
    if draft is None:
        of = ", ".join(month_name(each.month) for each in drafts)
        click.echo(f"Lỗi: văn bản là của {of}, không phải {month_name(wanted)}.", err=True)
        return 1
    number = draft.number if asked is None else asked
    published = next((each for each in revisions if each.number == number), None)
    if published is None:
        which = f" điều chỉnh lần {number}" if number else ""
        click.echo(f"Lỗi: trong agendas không có {month_name(wanted)}{which}.", err=True)
        return 1
    found = compare(replace(draft, number=number), published)
    if as_json:
        click.echo(json.dumps(_row(published, found), ensure_ascii=False, indent=2))
    else:
        _print_comparison(wanted, published, found)
    return int(bool(found.differences))


def _print_comparison(month: YearMonth, revision: Revision, found: Comparison) -> None:
    for difference in found.differences:
        click.echo(difference)
    for corrected in found.corrected:
        click.echo(f"đã hiệu đính: {corrected}")
    outcome = f"{len(found.differences)} chỗ khác" if found.differences else "như nhau"
    click.echo(
        f"{revision.source} và văn bản ({month_name(month)}, {found.items} việc): {outcome}; "
        f"{len(found.corrected)} chỗ đã hiệu đính, {found.withheld} chỗ không công bố, "
        f"{found.typographic} chỗ chỉ khác dấu cách, "
        "dấu nháy hay gạch nối."
    )


def _row(revision: Revision, found: Comparison) -> dict[str, object]:
    return {
        "file": revision.source,
        "items": found.items,
        "differences": found.differences,
        "corrected": found.corrected,
        "withheld": found.withheld,
        "typographic": found.typographic,
    }
