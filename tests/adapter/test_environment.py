"""Odd dates and odd surroundings of a build: it goes well, or says in Vietnamese what to do."""

import pytest

from tests.project import Project

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
