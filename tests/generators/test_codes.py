"""A plain build writes the codes of new items into their files; nothing else does."""

import pytest

from tests.project import Project

MAY = "agendas/2021-05.yml"
CODED = "      - ma: gdmm\n        noi_dung: Lễ chào cờ\n"
UNCODED = "      - noi_dung: Lễ chào cờ\n"


@pytest.fixture
def with_code(project: Project) -> str:
    """Remove the code of one item from the file; return the text before."""
    text = project.read(MAY)
    project.replace(MAY, CODED, UNCODED)
    return text


def test_a_plain_build_writes_the_code_and_nothing_else(project: Project, with_code: str) -> None:
    run = project.build()
    assert run.code == 0
    assert "INFO    -  agenda: Đã ghi mã cho các việc chưa có mã trong agendas/2021-05.yml." in (
        run.lines
    )
    assert project.read(MAY) == with_code
    assert 'id="cv-gdmm"' in project.read("site/2021/05/index.html")


def test_a_strict_build_warns_and_writes_nothing(project: Project, with_code: str) -> None:
    run = project.build("--strict")
    assert run.code == 1
    (warning,) = (line for line in run.lines if line.startswith("WARNING"))
    assert warning.startswith(f"WARNING -  agenda: {MAY}:34:9: cảnh báo: Ngày 4 › Sáng › việc 1: ")
    assert project.read(MAY) == with_code.replace(CODED, UNCODED)


def test_a_build_that_fails_writes_nothing(project: Project, with_code: str) -> None:
    project.replace(MAY, "ngay: 1-3", "ngay: 3-1")
    assert project.build().code == 1
    assert project.read(MAY) == with_code.replace(CODED, UNCODED).replace("ngay: 1-3", "ngay: 3-1")


def test_a_file_that_has_all_its_codes_is_not_touched(project: Project) -> None:
    path = project.folder / MAY
    before = path.stat()
    assert project.build().code == 0
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
