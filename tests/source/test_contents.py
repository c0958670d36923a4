"""Devices, pipes and large files in the place of a file: no wait, and no read beyond the limit."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.source.file_names import OTHER_FILES
from agenda.source.folder import load_agenda
from agenda.source.yaml.contents import MAX_BYTES

MONTH = "2021-05.yml"


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)  # in the folder one stands in: the whole path may be too long


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("not there")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_folder(path: Path) -> None:
    path.mkdir()


SPECIAL = "đó là đường ống hoặc thiết bị, không phải tệp thường"
IN_ITS_PLACE: dict[Callable[[Path], None], str] = {
    a_pipe: SPECIAL,
    a_link_to_a_device: SPECIAL,
    a_socket: SPECIAL,
    a_link_to_nothing: "đó là liên kết tới một tệp không có",
    a_link_to_itself: "liên kết vòng tròn",
    a_folder: "đó là một thư mục",
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices and links as files")
@pytest.mark.parametrize("name", [MONTH, *OTHER_FILES])
@pytest.mark.parametrize("make", IN_ITS_PLACE, ids=lambda make: make.__name__)
def test_what_is_no_file_is_reported(
    make: Callable[[Path], None], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / name)
    (problem,) = load_agenda(tmp_path).problems
    assert (problem.kind, problem.location.file) == ("unreadable", f"{tmp_path.name}/{name}")
    assert problem.message == f"không đọc được tệp: {IN_ITS_PLACE[make]}"


@pytest.mark.parametrize("name", [MONTH, *OTHER_FILES])
def test_of_a_huge_file_only_the_start_is_read(name: str, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(10**12)  # takes no room, and would not fit into the memory
    (problem,) = load_agenda(tmp_path).problems
    assert problem.kind == "too-large"
    assert f"{MAX_BYTES:,}".replace(",", ".") in problem.message


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs a system that takes any bytes for a name"
)
def test_a_name_that_is_no_text_is_reported_readably(tmp_path: Path) -> None:
    (tmp_path / "tep").mkdir()
    for name in (b"2021-05\xff.yml", b"tep/\xfe.pdf", b"\xe1\xbb.pdf"):
        (tmp_path / os.fsdecode(name)).touch()
    problems = [str(problem) for problem in load_agenda(tmp_path).problems]
    assert problems == [
        f'{tmp_path.name}/{name}:1:1: cảnh báo: tên tệp "{name}" không ở bảng mã UTF-8, nên tệp '
        "này không được đọc; đặt lại tên tệp"
        for name in ("2021-05\\xff.yml", "\\xe1\\xbb.pdf")
    ]
