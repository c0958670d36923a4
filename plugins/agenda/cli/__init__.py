"""The command `agenda`: reads and writes agendas, in Vietnamese; knows nothing of MkDocs."""

import io
import sys

import click

from agenda.cli.check import check
from agenda.cli.new import new
from agenda.cli.vietnamese import VietnameseGroup, describe


@click.group(cls=VietnameseGroup, name="agenda")
def agenda() -> None:
    """Công cụ cho người đăng chương trình công tác của Sở.

    Các lệnh đọc và ghi thư mục agendas. Để xem thử, dựng và đăng trang, dùng mkdocs serve,
    mkdocs build và mkdocs gh-deploy.
    """


agenda.add_command(check)
agenda.add_command(new)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0 when all is well, 1 for problems in the data, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows pipe would refuse Vietnamese
    try:
        return agenda.main(args=arguments, prog_name="agenda", standalone_mode=False) or 0
    except click.ClickException as error:
        click.echo(describe(error), err=True)
        return 2
    except click.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 1
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        click.echo(f"Lỗi: không đọc hoặc ghi được{where} ({error.strerror}).", err=True)
        return 1
