"""A measurement of a site comes from a real build, a real push and a real search."""

from pathlib import Path

from tests.benchmarks.compare import project_of
from tests.benchmarks.site_size import Push, Repository, measure_site
from tests.browser.launch import launch_chromium
from tests.machine import require_driven_chromium
from tests.subprocess_runner import run_in_subprocess


def test_a_push_has_what_has_changed_since_the_push_before(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    words = "\n".join(f"{number} việc ngày {number * number}" for number in range(500))
    for name in ("một", "hai"):
        (site / name).write_text(f"{name}\n{words}", encoding="utf-8")
    repository = Repository(tmp_path / "day", site)
    first = repository.push()
    (site / "hai").write_text(f"hai, sửa\n{words}", encoding="utf-8")
    (site / "ba").write_text("ba", encoding="utf-8")
    later = repository.push()
    assert (first.files, later.files) == (2, 2)
    assert 0 < later.size < first.size / 2
    assert isinstance(later, Push)


def test_a_measurement_covers_a_whole_site_that_is_searched_and_pushed(tmp_path: Path) -> None:
    # A process has one such browser at most, and cannot hand on that it skips.
    require_driven_chromium()
    run_in_subprocess(check_measurement, tmp_path)


def check_measurement(folder: Path) -> None:
    project = project_of(folder / "lich", 1)
    with launch_chromium() as browser:
        measured = measure_site(project, browser, folder / "day")
    assert measured.items > 12 * 30
    assert measured.first.files == measured.files > 12 + 4 * 2
    assert measured.size > measured.first.size > measured.found > measured.index > 0
    assert 0 < measured.later.files < measured.files
    assert measured.size > measured.page > 50_000
    assert measured.waiting > 0
