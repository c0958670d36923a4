"""A commit gives the same site, byte for byte, on any machine at any time."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.project import Project, contents, environment
from tests.synthetic import write_years

pytestmark = pytest.mark.long

FAKED_DAY = Path(__file__).with_name("faked_day")
PYTHONPATH = os.pathsep.join([str(FAKED_DAY), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)

HERE = {
    "DAYS_LATER": "0",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "1",
    "PYTHONPATH": PYTHONPATH,
    "TZ": "UTC",
}
ELSEWHERE = {
    "DAYS_LATER": "400",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "2",
    "PYTHONPATH": PYTHONPATH,
    "PYTHONUTF8": "0",
    "TZ": "Asia/Ho_Chi_Minh",
}


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """Also where the second has one processor: it has to do alone what two share."""
    sites = []
    processors = os.sched_getaffinity(0) if sys.platform == "linux" else set()
    for name, variables in {"here": HERE, "else/where/deep down": ELSEWHERE}.items():
        project = Project.copy_to(tmp_path / name)
        write_years(project.folder / "agendas", 2022, 4)
        changed = int(variables["DAYS_LATER"]) * 86_400
        for path in project.folder.rglob("*"):
            os.utime(path, times=(changed, changed))
        if sys.platform == "linux":
            os.sched_setaffinity(0, processors if name == "here" else {min(processors)})
        try:
            run = project.build(SITE_URL="https://example.invalid/lich/", **variables)
        finally:
            if sys.platform == "linux":
                os.sched_setaffinity(0, processors)
        assert run.code == 0, run.output
        sites.append(contents(project.site))
    here, elsewhere = sites
    assert sorted(here) == sorted(elsewhere)
    assert [name for name in here if here[name] != elsewhere[name]] == []
    assert "2022/12/index.html" in here


def test_a_build_again_over_the_old_site_changes_nothing(project: Project) -> None:
    assert project.build().code == 0
    before = contents(project.site)
    assert project.build().code == 0
    assert contents(project.site) == before


def test_a_date_from_outside_counts_where_no_document_gives_one(project: Project) -> None:
    assert project.build(SITE_URL="https://example.invalid/", SOURCE_DATE_EPOCH="86400").code == 0
    sitemap = ElementTree.fromstring(project.read("site/sitemap.xml"))
    dates = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in sitemap}
    assert dates["https://example.invalid/gioi-thieu/"] == "1970-01-02"
    assert dates["https://example.invalid/2021/05/"] == "2021-05-04"


def test_the_faked_day_is_another_day_for_every_clock() -> None:
    program = """
import time, datetime
print(datetime.date.today(), datetime.datetime.now().date(), datetime.datetime.utcnow().date())
print(datetime.datetime.now(datetime.UTC).date(), time.strftime("%Y-%m-%d", time.gmtime()))
print(time.strftime("%Y-%m-%d", time.localtime()), datetime.date.fromtimestamp(time.time()))
"""
    today = date.today()
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(**ELSEWHERE),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    # Midnight may be between the two, here or there.
    assert set(run.stdout.split()) <= {str(today + timedelta(400 + each)) for each in (-1, 0, 1)}
