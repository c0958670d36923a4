"""`agenda publish`: show what the public will see change, then push and deploy it."""

from collections.abc import Iterator

import click

from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand
from agenda.editing.publishing.progress import Step, StepReport, StepState
from agenda.editing.publishing.public_changes import ChangeKind, PublicChange
from agenda.editing.publishing.publish import publish as publish_site

_STEPS = list(Step)


@click.command(cls=VietnameseCommand)
@click.option(
    "--dry-run", is_flag=True, help="Chỉ kê những gì người xem sẽ thấy đổi, không đổi gì."
)
def publish(dry_run: bool) -> int:
    """Kiểm tra, lưu, đẩy lên kho và đăng trang.

    Lệnh lấy bản mới nhất của kho, kiểm tra như agenda check --strict, dựng thử, kê từng địa chỉ mà
    người xem sẽ thấy đổi, lưu agendas và docs vào kho, đẩy lên, đăng, rồi chờ trang công khai có
    bản mới. Dừng ở bước nào thì trang đang đăng vẫn còn nguyên; chạy lại là làm tiếp. Mã kết thúc:
    0 là đã đăng (hoặc đăng được, khi dùng --dry-run), 1 là chưa, 2 là dùng lệnh chưa đúng.
    """
    stopped = False
    for report in publish_site(find_agendas().parent, dry_run=dry_run):
        _show(report)
        stopped = report.state is StepState.STOPPED
    if not stopped:
        click.echo("Chạy thử xong, chưa đổi gì." if dry_run else "Đã đăng xong.")
    return int(stopped)


def _show(report: StepReport) -> None:
    match report.state:
        case StepState.RUNNING:
            click.echo(f"{_STEPS.index(report.step) + 1}. {report.step.value} …")
        case StepState.DONE:
            if report.message:
                click.echo(f"   {report.message}")
            for line in _change_lines(report.changes):
                click.echo(f"   {line}")
        case StepState.STOPPED:
            click.echo(f"Dừng ở bước {report.step.value.lower()}, chưa đăng:", err=True)
            for obstacle in report.obstacles:
                click.echo(obstacle.message, err=True)


def _change_lines(changes: tuple[PublicChange, ...]) -> Iterator[str]:
    for kind in ChangeKind:
        of_kind = [change for change in changes if change.kind is kind]
        if of_kind:
            yield f"{kind.value}:"
        for change in of_kind:
            title = f"  {change.title}" if change.title else ""
            yield f"  /{change.url}{title}"
            yield from (f"    - {place.words}" for place in change.places)
