"""Faults in data or settings are reported in plain words, and nothing is lost."""

import pytest

from agenda.model import Severity
from agenda.source.folder import load_agenda
from tests.project import Project, Run, contents

MAY = "agendas/2021-05.yml"

KNOWN_DOUBT = "INFO    -  agenda: agendas/2021-05.yml:60:19: còn ngờ, đã ghi nhận: Ngày 5 › Sáng › "


def test_errors_in_the_data_stop_the_build_and_are_all_told(project: Project) -> None:
    project.replace(MAY, "ngay: 1-3", "ngay: 3-1")
    project.replace(MAY, "chuan_bi: Ban Soạn thảo", "chuan_bii: Ban Soạn thảo")
    run = project.build()
    assert run.code == 1
    assert run.lines[0].startswith(KNOWN_DOUBT)
    assert run.lines[1:] == [
        "ERROR   -  Có 2 lỗi trong dữ liệu, chưa dựng được trang:",
        *problems(project, Severity.ERROR),
        "",
        "Aborted with a BuildError!",
    ]
    assert [line.split(" ")[0] for line in run.lines[2:4]] == [f"{MAY}:29:11:", f"{MAY}:41:9:"]


def test_errors_in_the_data_leave_the_site_as_it_was(project: Project) -> None:
    assert project.build().code == 0
    before = contents(project.site)
    project.write(MAY, "thang: [2021-05\n")
    assert project.build().code == 1
    assert contents(project.site) == before


def test_a_warning_stops_the_build_only_where_it_is_strict(project: Project) -> None:
    project.replace(MAY, "lanh_dao: Đ/c Hoàn PGĐ", "lanh_dao: Đ/c Nam PGĐ")
    found = problems(project, Severity.WARNING)
    assert [said.split(" ")[0] for said in found] == [f"{MAY}:42:19:"]
    warning = [f"WARNING -  agenda: {said}" for said in found]
    plain, strict = project.build(), project.build("--strict")
    assert (plain.code, warnings(plain)) == (0, warning)
    assert (strict.code, warnings(strict)) == (1, warning)
    assert strict.lines[-1] == "Aborted with 1 warnings in strict mode!"


def test_the_known_doubt_is_told_and_stops_nothing(project: Project) -> None:
    run = project.build("--strict")
    assert run.code == 0
    (told,) = (line for line in run.lines if "agenda: agendas/" in line)
    assert told.startswith(KNOWN_DOUBT)


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("docs/2021/05/index.md", "/2021/05/"),
        ("docs/2021/05.md", "/2021/05/"),
        ("docs/lanh-dao/README.md", "/lanh-dao/"),
        ("docs/2021/index.html", "/2021/"),
    ],
)
def test_a_page_that_takes_the_url_of_another_stops_the_build(
    project: Project, file: str, url: str
) -> None:
    project.write(file, "# Khác\n")
    run = project.build()
    assert run.code == 1
    assert run.lines[-3:] == [
        f"ERROR   -  Hai trang cùng có địa chỉ {url}. Đổi tên tệp trong docs, hoặc đổi mã "
        "trong agendas/danh-ba.yml.",
        "",
        "Aborted with a BuildError!",
    ]
    assert "Traceback" not in run.output


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (
            "theme:\n",
            "use_directory_urls: false\ntheme:\n",
            "Đặt use_directory_urls: true trong mkdocs.yml: địa chỉ là cố định.",
        ),
        (
            "  custom_dir: overrides\n",
            "",
            "Thiếu theme.custom_dir trong mkdocs.yml: nơi chứa các mẫu trang.",
        ),
    ],
)
def test_settings_that_do_not_fit_are_told_and_not_traced(
    project: Project, old: str, new: str, error: str
) -> None:
    project.replace("mkdocs.yml", old, new)
    run = project.build()
    assert run.code == 1
    assert run.lines[-3:] == [f"ERROR   -  {error}", "", "Aborted with a BuildError!"]
    assert "Traceback" not in run.output


def test_an_agenda_without_a_month_is_a_site_all_the_same(project: Project) -> None:
    (project.folder / MAY).unlink()
    (project.folder / "agendas/danh-ba.yml").unlink()
    run = project.build()
    assert (run.code, [line for line in run.lines if "agenda: agendas/" in line]) == (0, [])
    assert "Chưa đăng chương trình công tác nào." in project.read("site/index.html")


def problems(project: Project, severity: Severity) -> list[str]:
    """Return the problems that reading the agendas finds."""
    found = load_agenda(project.folder / "agendas").problems
    return [str(problem) for problem in found if problem.severity is severity]


def warnings(run: Run) -> list[str]:
    return [line for line in run.lines if line.startswith("WARNING")]
