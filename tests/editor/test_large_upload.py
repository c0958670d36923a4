"""An upload of 200 MB is refused without being held in memory."""

import contextlib
import re
import sys
from pathlib import Path

import pytest

from tests.editor.running import UPLOAD_TYPE, RunningEditor, run_editor
from tests.project import Project

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

MEGABYTE = bytes(1 << 20)
SIZE = 200


def peak_memory(editor: RunningEditor) -> int:
    """Return the most memory that the process has used so far, in megabytes."""
    status = Path(f"/proc/{editor.process.pid}/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) >> 10


@pytest.mark.parametrize("chunked", [False, True], ids=["with its length", "in chunks"])
def test_an_upload_of_200_megabytes_is_refused_in_little_memory(
    project: Project, *, chunked: bool
) -> None:
    with run_editor(project.folder) as editor:
        head = editor.upload_body("lich.pdf", b"").partition(b"\r\n--ranh-gioi--")[0]
        size = len(head) + SIZE * len(MEGABYTE)
        length = {"Transfer-Encoding": "chunked"} if chunked else {"Content-Length": str(size)}
        before = peak_memory(editor)
        connection = editor.begin("/nhap/", length | {"Content-Type": UPLOAD_TYPE})
        sent = 0
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for piece in (head, *(MEGABYTE for _ in range(SIZE))):
                connection.send(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
                sent += len(piece)
        with contextlib.suppress(ConnectionError):  # the refusal came before the end of the body
            assert connection.getresponse().status == 413
        connection.close()
        used = peak_memory(editor) - before
        assert used < 30, f"{used} MB more after {sent >> 20} MB"
        page = editor.get("/nhap/")
        assert page.status == 200
        assert "lich.pdf" not in page.text
        assert not list(project.folder.glob(".cache/editing/nhap/*"))
