"""Builds with unusual dates and environments succeed, or report a remedy in Vietnamese."""

import os
import socket
import stat
import sys
from pathlib import Path

import pytest

from tests.project import GENERATOR, Project, Run, run_in

MONTH = """\
thang: {month}
van_ban: {{ngay_ban_hanh: {month}-01}}
lich:
  - {{ngay: 1-28, ca_ngay: {{ma: truc, noi_dung: Trực cơ quan}}}}
"""


def only_month(project: Project, month: str) -> None:
    """Leave one month in the project."""
    for file in (project.folder / "agendas").iterdir():
        file.unlink()
    project.write(f"agendas/{month}.yml", MONTH.format(month=month))


@pytest.mark.parametrize("month", ["1900-01", "2099-12"])
def test_the_first_and_the_last_month_that_can_be_written_are_built(
    project: Project, month: str
) -> None:
    only_month(project, month)
    run = project.build()
    assert run.code == 0, run.output
    assert (project.site / month.replace("-", "/") / "index.html").is_file()
    assert (project.site / "sitemap.xml.gz").is_file()


@pytest.mark.parametrize("value", ["abc", "", "-1", "1.5", "4294967296", "١", "9" * 5000])
def test_a_date_from_outside_that_is_none_is_refused(project: Project, value: str) -> None:
    run = project.build(SOURCE_DATE_EPOCH=value)
    assert run.code != 0
    assert "Biến môi trường SOURCE_DATE_EPOCH phải là số giây" in run.output
    assert "Traceback" not in run.output


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs modes, pipes and links of POSIX")


def build_under(project: Project, umask: str) -> Run:
    command = (*GENERATOR, "build", "--config-file", "mkdocs.yml")
    return run_in(project.folder, "sh", "-c", f'umask {umask}; exec "$@"', "sh", *command)


def modes(site: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (site, *site.rglob("*"))}


@posix
def test_a_web_server_can_read_the_site_whatever_the_umask(project: Project) -> None:
    """Also what is taken over from an older site that it could not read."""
    only_month(project, "2021-05")
    assert build_under(project, "077").code == 0
    assert modes(project.site) == {(True, 0o755), (False, 0o644)}
    for path in (project.site, *project.site.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert build_under(project, "027").code == 0
    assert modes(project.site) == {(True, 0o755), (False, 0o644)}


@posix
def test_a_file_that_cannot_be_published_is_named(project: Project) -> None:
    os.mkfifo(project.folder / "docs" / "x.md")
    run = project.build()
    assert run.code != 0
    assert "docs/x.md: đó là đường ống hoặc thiết bị, không phải tệp thường." in run.output
    assert "Traceback" not in run.output


@posix
def test_a_lock_that_an_editor_keeps_beside_a_page_is_no_file(project: Project) -> None:
    only_month(project, "2021-05")
    for lock in ("docs/.#index.md", "agendas/.#2021-05.yml"):
        (project.folder / lock).symlink_to("nobody@nowhere")
    run = project.build()
    assert run.code == 0, run.output


def test_a_port_that_another_program_has_is_said_to_be_taken(project: Project) -> None:
    only_month(project, "2021-05")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        run = project.mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
    assert run.code != 0
    assert f"http://127.0.0.1:{port}/" in run.output
    assert "cổng này đang có chương trình khác dùng" in run.output
    assert "mkdocs serve -a 127.0.0.1:8001" in run.output
    assert "Traceback" not in run.output
