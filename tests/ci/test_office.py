"""An office publishes a second month, with the commands of the workflow that publishes."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ci.runner import Runner, provide_environment, run
from tests.ci.workflows import publishing_job
from tests.generators.deployment import BRANCH, Run
from tests.machine import unavailable
from tests.project import MAY_2021, REPOSITORY
from tests.second_month import add_person, amend_june, cancel_in_may, fill_in_june
from tests.site.elements import Element, parse

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "git", "make"))), reason="needs bash, git and make"
)

HOME = "https://so-khcn.github.io/lich/"


@dataclass(frozen=True, slots=True)
class Office:
    """The office's clone of the whole repository, and the bare repository that it pushes to."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "office"

    @property
    def remote(self) -> Path:
        return self.root / "remote"

    @property
    def agendas(self) -> Path:
        return self.folder / "agendas"

    def git(self, *arguments: str) -> str:
        return succeed(["git", *arguments], self.folder)

    def agenda(self, *arguments: str) -> str:
        return succeed([".venv/bin/agenda", *arguments], self.folder)

    def push(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.git("push", "--quiet", "origin", "main")

    def publish(self) -> Run:
        """Run the workflow's job, each time on a new machine."""
        number = len(list(self.root.glob("machine-*")))
        machine = self.root / f"machine-{number}"
        machine.mkdir()
        return Runner(machine / "checkout").run_job(publishing_job(), self.remote)

    def push_and_publish(self, message: str) -> str:
        """Return the commit that is published then."""
        self.push(message)
        done = self.publish()
        assert done.code == 0, done.said
        return self.published()

    def published(self) -> str:
        """Return the commit that is published."""
        return succeed(["git", "rev-parse", BRANCH], self.remote)

    def show(self, name: str) -> str:
        """Return what git shows of an object of the remote."""
        return succeed(["git", "show", name], self.remote)


def succeed(command: list[str], folder: Path) -> str:
    done = run(command, folder)
    assert done.code == 0, done.said
    return done.said.strip()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return a clone in which May 2021 is all that was pushed and published."""
    made = Office(tmp_path_factory.mktemp("office"))
    copy_repository(made.folder)
    shutil.rmtree(made.agendas)
    shutil.copytree(MAY_2021, made.agendas)
    provide_environment(made.folder)
    succeed(["git", "init", "--quiet", "--bare", "--initial-branch=main", "remote"], made.root)
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("config", "user.name", "Người thử")
    made.git("config", "user.email", "thu@example.invalid")
    made.git("remote", "add", "origin", "../remote")
    made.push_and_publish("Tháng 5")
    return made


def copy_repository(folder: Path) -> None:
    """Copy every file of the repository, committed or not, but for what is made from them."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "-c", "-o", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8")
    if listed.returncode:
        unavailable(f"the repository is not a clone: {listed.stderr.strip()}")
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, folder / name)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The commits that were published one after the other, and what came after the last push."""

    office: Office
    may: str
    june: str
    amended: str
    untouched: str

    def files(self, commit: str) -> set[str]:
        names = ["git", "ls-tree", "-r", "-z", "--name-only", commit]
        return set(succeed(names, self.office.remote).split("\0"))

    def page(self, commit: str, url: str) -> Element:
        main = re.search(
            r"<main.*</main>", self.office.show(f"{commit}:{url}index.html"), re.DOTALL
        )
        assert main is not None
        return parse(main[0])


@pytest.fixture(scope="module")
def history(office: Office) -> History:
    """Add a month with a new person, amend it, and cancel an item of May."""
    may = office.published()
    office.agenda("new", "2021-06")
    add_person(office.agendas)
    fill_in_june(office.agendas)
    june = office.push_and_publish("Tháng 6")
    amend_june(office.agendas)
    cancel_in_may(office.agendas)
    amended = office.push_and_publish("Điều chỉnh tháng 6, hủy một việc tháng 5")
    untouched = office.push_and_publish("Không đổi gì")
    return History(office=office, may=may, june=june, amended=amended, untouched=untouched)


def test_the_new_month_is_published_beside_the_first(history: History) -> None:
    assert history.files(history.may) <= history.files(history.june)
    page = history.page(history.june, "2021/06/")
    assert page.with_id("cv-nt6").texts(".item__text") == ["Nghiệm thu đề tài bưởi"]
    assert "2021/06/" in history.office.show(f"{history.june}:sitemap.xml")


def test_the_new_person_has_a_page_with_their_items(history: History) -> None:
    assert "lanh-dao/an/index.html" not in history.files(history.may)
    page = history.page(history.june, "lanh-dao/an/")
    assert page.texts(".item__text") == ["14:00 Kiểm tra tem truy xuất"]


def test_the_amendment_is_published_and_what_it_replaces_is_kept(history: History) -> None:
    assert history.files(history.june) <= history.files(history.amended)
    changes = history.page(history.amended, "2021/06/thay-doi/").text
    assert "Kiểm tra tem truy xuất nguồn gốc" in changes
    assert "Làm việc với xã Hương Trạch" in changes
    original = history.page(history.amended, "2021/06/ban-goc/")
    assert "14:00 Kiểm tra tem truy xuất" in original.texts(".item__text")


def test_the_cancelled_item_stays_where_it_was_and_says_so(history: History) -> None:
    before, after = (
        history.page(commit, "2021/05/").with_id("cv-r3rv")
        for commit in (history.june, history.amended)
    )
    assert before.texts(".item__status") == []
    assert after.texts(".item__text") == before.texts(".item__text")
    assert after.texts(".item__status") == ["Đã hủy: Chậm bản thảo"]


def test_a_push_that_changes_nothing_publishes_the_same_site_again(history: History) -> None:
    tree = ["git", "rev-parse", f"{history.amended}^{{tree}}", f"{history.untouched}^{{tree}}"]
    amended, untouched = succeed(tree, history.office.remote).splitlines()
    assert untouched == amended


def test_each_site_follows_the_one_before(history: History) -> None:
    line = ["git", "rev-list", history.untouched]
    assert succeed(line, history.office.remote).splitlines() == [
        history.untouched,
        history.amended,
        history.june,
        history.may,
    ]


def test_pages_name_the_url_of_the_repository_on_github_pages(history: History) -> None:
    page = history.office.show(f"{history.june}:2021/06/index.html")
    assert f'<link rel="canonical" href="{HOME}2021/06/">' in page


def test_a_mistake_in_the_agendas_is_not_published(office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.root / "office", tmp_path / "office", symlinks=True)
    shutil.copytree(office.remote, tmp_path / "remote")
    other = Office(tmp_path)
    before = other.published()
    with (other.agendas / "2021-05.yml").open("a", encoding="utf-8") as may:
        may.write("phu_luc: Danh sách\n")
    other.push("Thêm phụ lục")
    done = other.publish()
    assert done.code != 0
    assert re.search(r"agendas/2021-05\.yml:\d+:1: lỗi: .*phu_luc", done.said)
    assert other.published() == before
