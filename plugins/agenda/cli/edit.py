"""`agenda edit`: edit and publish agendas in the browser."""

import webbrowser

import click

from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand


@click.command(cls=VietnameseCommand)
def edit() -> int:
    """Mở trang biên tập trong trình duyệt.

    Trang chỉ mở được trên máy này, từ địa chỉ mà lệnh in ra. Mọi thay đổi được ghi vào các tệp
    trong thư mục agendas; chưa đăng thì người ngoài không thấy. Bấm Ctrl+C để dừng.
    """
    # Flask takes long to import; the other commands need not wait for it.
    from agenda.editor.server import serve  # noqa: PLC0415
    from agenda.editor.services import Services  # noqa: PLC0415

    try:
        settings = read_settings(find_agendas().parent / FILE)
    except Unsettled as error:
        click.echo(f"Lỗi: {error}.", err=True)
        return 1
    serve(Services.of(settings), _show)
    click.echo("Đã dừng trang biên tập.")
    return 0


def _show(url: str) -> None:
    click.echo(f"Trang biên tập: {url}\nBấm Ctrl+C để dừng.")
    webbrowser.open(url)
