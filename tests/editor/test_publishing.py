"""The editor publishes for real: a clone, a bare remote, and the deployed branch."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from agenda.build.settings.mkdocs_file import read_settings
from agenda.editor.application import create_application
from agenda.editor.services import Services
from tests.editing.publishing.conftest import PublicSite, server  # noqa: F401 - a fixture
from tests.editor.conftest import PORT, Office, words
from tests.editor.test_items import form_values
from tests.generators.conftest import MAY, new_deployment
from tests.generators.deployment import BRANCH, Deployment, clone_of, environment
from tests.project import Project

pytestmark = pytest.mark.build

MONTH = "/thang/2021-05/"


@pytest.fixture
def clone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Deployment:
    """Return a clone whose remote has nothing published, and whose public URL serves the remote."""
    made = new_deployment(tmp_path)
    public: PublicSite = request.getfixturevalue("server")
    public.remote, public.answers = made.remote, True
    for name in ("REPO_URL", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, environment()[name])
    monkeypatch.setenv("SITE_URL", public.home)
    made.write("2021-05.yml", MAY)
    made.commit("Trang lịch công tác")
    return made


@pytest.fixture
def bureau(clone: Deployment) -> Iterator[Office]:
    with opened(clone) as office:
        yield office


@contextmanager
def opened(clone: Deployment) -> Iterator[Office]:
    """Open the editor of a clone; the background jobs are real."""
    services = Services.of(read_settings(clone.folder / "mkdocs.yml"))
    app, first_url = create_application(services, PORT)
    office = Office(Project(clone.folder), services, app, first_url, app.test_client())
    office.get(first_url)
    yield office
    services.preview.close()


def finished(office: Office) -> str:
    """Return the words of the page of publishing once its job has ended."""
    _wait(lambda: "data-running" not in office.get("/dang/").text)
    return words(office.get("/dang/"))


def _wait(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + 300
    while not ready():
        assert time.monotonic() < end, "the job does not end"
        time.sleep(0.2)


def test_what_was_edited_is_listed_published_and_then_recorded(
    bureau: Office, clone: Deployment
) -> None:
    assert "Đăng những thay đổi này" in finished(bureau)
    assert clone.git("ls-remote", "origin", BRANCH) == ""
    clone.edit("2021-05.yml", "Bầu cử", "Bầu cử, tổng kết")
    bureau.post("/dang/")  # the list on the page lacks the edit
    assert "các tệp đã được sửa thêm" in words(bureau.get("/dang/"))
    assert "Đăng những thay đổi này" in finished(bureau)
    assert clone.git("ls-remote", "origin", BRANCH) == ""
    bureau.post("/dang/")
    assert "Đã đăng xong" in finished(bureau)
    assert clone.git("ls-remote", "origin", BRANCH) != ""
    assert bureau.services.workspace.journal.entries() == ()

    (code, *_) = (item.code for item in bureau.services.workspace.load().agenda.items)
    url = f"{MONTH}viec/{code}/"
    asked = bureau.post(url, {**form_values(bureau.get(url)), "noi_dung": "Họp giao ban tháng"})
    assert asked.status_code == 422
    assert "Chỗ này đã đăng" in words(asked)
    answer = {**form_values(asked), "loai_thay_doi": "thay-doi", "vi": "Theo thông báo"}
    assert bureau.post(url, answer).status_code == 303
    assert "vi: Theo thông báo" in clone.read("2021-05.yml")

    page = finished(bureau)
    assert "Chương trình công tác tháng 5 năm 2021" in page
    assert "Họp giao ban tháng" in page
    bureau.services.preview.refresh()
    bureau.services.preview.wait()
    assert "Họp giao ban tháng" in words(bureau.get("/")).partition("Cần xem lại")[0]


def test_what_blocks_publishing_leads_to_the_page_where_it_is_repaired(
    bureau: Office, clone: Deployment
) -> None:
    clone.write("2021-05.yml", MAY.replace("Đ/c An PGĐ", "Đ/c Ân PGĐ"))
    page = finished(bureau)
    assert "Chưa đăng được, vì" in page
    assert "Đ/c Ân PGĐ" in page
    assert f'href="{MONTH}">Sửa chỗ này' in bureau.get("/dang/").text
    assert "Đăng những thay đổi này" not in page


JULY = MAY.replace("2021-05", "2021-07").replace("lễ 30/4, 01/5", "bù")
JUNE = JULY.replace("2021-07", "2021-06").replace("5-31", "5-30")


@pytest.mark.long
def test_of_two_publications_at_once_both_go_live_in_turn(
    bureau: Office, clone: Deployment, tmp_path: Path
) -> None:
    finished(bureau)
    bureau.post("/dang/")
    assert "Đã đăng xong" in finished(bureau)
    other = clone_of(clone, tmp_path / "other")
    with opened(other) as second:
        clone.write("2021-06.yml", JUNE)
        other.write("2021-07.yml", JULY)
        offices = (bureau, second)
        assert all("Đăng những thay đổi này" in finished(each) for each in offices)
        with ThreadPoolExecutor() as threads:
            list(threads.map(lambda each: each.post("/dang/"), offices))
        outcomes = [finished(each) for each in offices]
        assert any("Đã đăng xong" in each for each in outcomes)
        for office, outcome in zip(offices, outcomes, strict=True):
            if "Đã đăng xong" not in outcome:
                assert "Đăng tiếp" in outcome
                office.post("/dang/")
                assert "Đã đăng xong" in finished(office)
    for month in ("05", "06", "07"):
        assert "Lễ chào cờ" in clone.published(f"2021/{month}/index.html").decode()
    for each in (clone, other):
        each.git("pull", "--quiet", "--ff-only", "origin", "main")
        assert each.git("status", "--porcelain") == ""
    assert clone.git("rev-parse", "HEAD") == other.git("rev-parse", "HEAD")
