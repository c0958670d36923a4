"""Files of `docs/` or `overrides/` that cannot be published are reported before they are read."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.build.checks.source_files import check_files
from agenda.build.settings.yaml_tree import Unsettled

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs pipes, links and names in no encoding"
)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("not there")


def latin_1(path: Path) -> None:
    path.write_bytes(b"# Th\xe1ng\n")


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**12)


SPECIAL = "đó là đường ống hoặc thiết bị, không phải tệp thường"
ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "x.md": (a_pipe, SPECIAL),
    "x.json": (a_link_to_a_device, SPECIAL),
    "x.png": (a_pipe, SPECIAL),
    "x.svg": (a_link_to_nothing, "đó là liên kết tới một tệp không có"),
    "thu-muc/y.md": (latin_1, "tệp không ở bảng mã UTF-8"),
    "z.md": (too_large, "tệp lớn hơn mức 10 MB cho phép"),
    "x.html": (a_pipe, SPECIAL),
    "x.js": (a_link_to_a_device, SPECIAL),
    "x.css": (latin_1, "tệp không ở bảng mã UTF-8"),
    "x\udcff.md": (Path.touch, "tên tệp không ở bảng mã UTF-8"),
}


@pytest.mark.parametrize("name", ODD)
def test_a_file_that_cannot_be_published_is_named(name: str, tmp_path: Path) -> None:
    make, why = ODD[name]
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    make(path)
    (tmp_path / "docs" / "index.md").write_text("# Trang đầu\n", encoding="utf-8")
    with pytest.raises(Unsettled) as refused:
        check_files(tmp_path / "docs")
    shown = name.encode(errors="surrogateescape").decode(errors="backslashreplace")
    assert str(refused.value).startswith(f"docs/{shown}: {why}")


def test_hidden_files_and_ordinary_ones_are_let_pass(tmp_path: Path) -> None:
    for name in ("index.md", "ảnh đẹp.png", "thư mục/trang.html", ".git/index"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\ufeffLịch", encoding="utf-8")
    a_link_to_nothing(tmp_path / ".#index.md")
    a_pipe(tmp_path / ".git" / "pipe")
    check_files(tmp_path)
