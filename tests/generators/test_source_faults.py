"""A deploy refuses files that are not what they claim to be."""

from collections.abc import Callable

import pytest
from docx import Document

from tests.generators.deployment import Deployment

MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
lich:
  - {ngay: 4, sang: [{ma: b1, noi_dung: "Tiếp công dân [không công bố]"}]}
  - ngay: 5-31
"""


def sign_with_an_empty_file(deployment: Deployment) -> None:
    deployment.write("tep/ky.pdf", "")
    deployment.edit("2021-05.yml", "05-04}", "05-04, tep: tep/ky.pdf, tep_da_che: 1}")


def sign_with_withheld_words(deployment: Deployment) -> None:
    (deployment.folder / "agendas/tep").mkdir()
    paper = Document()
    paper.add_paragraph("Tiếp công dân Nguyễn Văn Bê")
    paper.save(str(deployment.folder / "agendas/tep/ky.docx"))
    deployment.edit("2021-05.yml", "05-04}", "05-04, tep: tep/ky.docx}")


def save_with_notepad(deployment: Deployment) -> None:
    deployment.write("2021-09.yml.txt", MAY.replace("2021-05", "2021-09"))


def leave_conflict_markers(deployment: Deployment) -> None:
    row = "  - ngay: 5-31\n"
    deployment.edit("2021-05.yml", row, f"<<<<<<< HEAD\n{row}=======\n  - ngay: 5-30\n>>>>>>> x\n")


FAULTS: dict[str, tuple[Callable[[Deployment], None], str]] = {
    "empty signed file": (
        sign_with_an_empty_file,
        'agendas/2021-05.yml:2:43: lỗi: Văn bản › Tệp bản ký: tệp "tep/ky.pdf" rỗng (0 byte)',
    ),
    "withheld words in a signed file": (
        sign_with_withheld_words,
        'tệp "tep/ky.docx" còn chữ ở chỗ mà tháng này ghi [không công bố]',
    ),
    "file saved with Notepad": (save_with_notepad, "agendas/2021-09.yml.txt:1:1: cảnh báo:"),
    "conflict markers": (
        leave_conflict_markers,
        "agendas/2021-05.yml:5:1: lỗi: git để lại dấu xung đột",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_file_stops_a_strict_deploy(
    spoil: Callable[[Deployment], None], told: str, deployment: Deployment
) -> None:
    deployment.write("2021-05.yml", MAY)
    spoil(deployment)
    done = deployment.deploy("--strict")
    assert done.code != 0
    assert told in done.said
    assert "thiếu dấu hai chấm" not in done.said
    assert deployment.live() is None
