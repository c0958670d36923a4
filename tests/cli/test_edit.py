"""`agenda edit` opens the browser at a URL of this machine, and ends with Ctrl+C."""

import http.client
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.conftest import Agenda
from tests.project import Project, environment

EDITOR = """
import signal, sys
from agenda.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(["edit"]))
"""
"""`agenda edit` in the foreground: programs in the background ignore Ctrl+C."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no Ctrl+C to one process")
def test_the_editor_opens_at_a_url_of_this_machine_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    project = Project.copy_to(tmp_path / "Lịch công tác")
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    with subprocess.Popen(
        [sys.executable, "-c", EDITOR],
        cwd=project.folder / "agendas",
        env=environment(BROWSER=str(browser), PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip().removeprefix("Trang biên tập: ")
        assert process.stdout.readline() == "Bấm Ctrl+C để dừng.\n"
        address = urlsplit(url)
        assert address.hostname == "127.0.0.1"
        connection = http.client.HTTPConnection(address.netloc, timeout=30)
        connection.request("GET", address.path)
        response = connection.getresponse()
        assert (response.status, response.headers["Location"]) == (303, "/")
        connection.close()
        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=60)
        rest = process.stdout.read()
    assert (process.returncode, rest) == (0, "Đã dừng trang biên tập.\n")
    assert opened.read_text(encoding="utf-8").strip() == url


def test_settings_that_cannot_be_used_are_explained(agendas: Path, agenda: Agenda) -> None:
    (agendas.parent / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    run = agenda("edit")
    assert run.status == 1
    assert "mkdocs.yml" in run.err
