"""`agenda new`: create the file of a month with all its days."""

import click

from agenda.cli.folders import find_agendas
from agenda.cli.months import parse_month
from agenda.cli.vietnamese import VietnameseCommand
from agenda.source.file_names import display_path
from agenda.source.folder import load_agenda
from agenda.source.writing.files import replace_file
from agenda.source.writing.skeleton import draft_month


@click.command(cls=VietnameseCommand)
@click.argument("month", metavar="THÁNG")
def new(month: str) -> int:
    """Tạo tệp mẫu cho một tháng.

    THÁNG viết năm-tháng, như 2021-06. Tệp có sẵn mọi ngày trong tháng; ngày cuối tuần và ngày lễ
    đã ghi tên. Tệp đã có thì giữ nguyên, không ghi đè.
    """
    wanted = parse_month(month)
    folder = find_agendas()
    path = folder / f"{wanted}.yml"
    if path.exists():
        click.echo(f"Đã có {display_path(path)}, không ghi đè. Hãy mở tệp đó để sửa.", err=True)
        return 1
    calendar = load_agenda(folder).calendar
    replace_file(path, draft_month(wanted, calendar).encode())
    click.echo(f"Đã tạo {display_path(path)}. Điền xong, hãy chạy: agenda check")
    return 0
