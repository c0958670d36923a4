"""`agenda new`: the skeleton of a month."""

import click

from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand, WrongUse
from agenda.model import YearMonth
from agenda.source.folder import load_agenda, shown
from agenda.source.new import draft_month
from agenda.source.values import YEARS
from agenda.source.writing import replace_file


@click.command(cls=VietnameseCommand)
@click.argument("month", metavar="THÁNG")
def new(month: str) -> int:
    """Tạo tệp mẫu cho một tháng.

    THÁNG viết năm-tháng, như 2021-06. Tệp có sẵn mọi ngày trong tháng; ngày cuối tuần và ngày lễ
    đã ghi tên. Tệp đã có thì giữ nguyên, không ghi đè.
    """
    wanted = _month(month)
    folder = find_agendas()
    path = folder / f"{wanted}.yml"
    if path.exists():
        click.echo(f"Đã có {shown(path)}, không ghi đè. Hãy mở tệp đó để sửa.", err=True)
        return 1
    calendar = load_agenda(folder).calendar
    replace_file(path, draft_month(wanted, calendar).encode())
    click.echo(f"Đã tạo {shown(path)}. Điền xong, hãy chạy: agenda check")
    return 0


def _month(text: str) -> YearMonth:
    try:
        month = YearMonth.parse(text)
    except ValueError:
        month = None
    if month is None or month.year not in YEARS:
        raise WrongUse(f'"{text}" không phải là tháng, hãy viết như 2021-06')
    return month
