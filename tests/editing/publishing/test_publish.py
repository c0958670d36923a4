"""`agenda publish` for real: a clone, a bare remote, a public URL."""

import shutil
import subprocess
from collections.abc import Iterable

import pytest

from agenda.editing.publishing import working_copy
from agenda.editing.publishing.progress import Step, StepReport, StepState
from agenda.editing.publishing.public_changes import ChangeKind
from agenda.editing.publishing.publish import preview_publication
from agenda.editing.publishing.publish import publish as publish_here
from tests.editing.publishing.conftest import (
    JUNE,
    PublicSite,
    assert_published,
    live_source,
    publish,
    remote_main,
)
from tests.generators.deployment import Deployment
from tests.project import REPOSITORY, contents

pytestmark = [pytest.mark.build, pytest.mark.long]


def snapshot(deployment: Deployment) -> dict[str, bytes]:
    """Return every file of the clone and of its remote, git's own files included."""
    return contents(deployment.folder.parent)


def state(deployment: Deployment) -> tuple[object, ...]:
    """Return what a refused publication leaves alone: files, refs, and the remote."""
    files = contents(deployment.folder / "agendas") | contents(deployment.folder / "docs")
    refs = deployment.git("for-each-ref"), deployment.git("ls-remote", "origin")
    return files, refs, deployment.git("status", "--porcelain")


def outcome(reports: Iterable[StepReport]) -> StepReport:
    *_, last = reports
    return last


def said(report: StepReport) -> str:
    return "\n".join(each.message for each in report.obstacles)


def colleague(office: Deployment) -> Deployment:
    """Return another clone of the remote."""
    folder = office.folder.parent / "colleague"
    office.git("clone", "--quiet", str(office.remote), str(folder))
    made = Deployment(folder=folder, remote=office.remote)
    made.git("config", "user.name", "Người khác")
    made.git("config", "user.email", "khac@example.invalid")
    return made


def test_a_new_month_is_checked_committed_pushed_deployed_and_awaited(office: Deployment) -> None:
    office.write("2021-06.yml", JUNE)
    done = publish(office)
    assert done.returncode == 0, done.stdout
    assert_published(office)
    assert "\n     /2021/06/  " in done.stdout
    assert "- tháng mới, 1 việc" in done.stdout
    assert done.stdout.endswith("Đã đăng xong.\n")
    assert "ma: " in office.read("2021-06.yml")
    subject = "Thêm chương trình công tác tháng 6 năm 2021"
    assert office.git("log", "-1", "--format=%s%n%an") == f"{subject}\nNgười thử"


def test_publishing_twice_deploys_once(office: Deployment) -> None:
    office.write("2021-06.yml", JUNE)
    assert publish(office).returncode == 0
    live = office.live()
    again = publish(office)
    assert again.returncode == 0, again.stdout
    assert "Người xem sẽ không thấy gì thay đổi." in again.stdout
    assert "Bản này đã được đăng." in again.stdout
    assert office.live() == live


def test_a_dry_run_lists_the_same_changes_and_touches_no_byte(office: Deployment) -> None:
    other = colleague(office)
    page = other.folder / "docs/gioi-thieu.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nThêm.\n", encoding="utf-8")
    other.commit("Sửa trang giới thiệu")
    other.git("push", "--quiet", "origin", "main")
    office.write("2021-06.yml", JUNE)
    office.edit("2021-05.yml", "noi_nhan:", "cong_khai: [x]\nnoi_nhan:")
    before = snapshot(office)
    done = publish(office, "--dry-run")
    assert done.returncode == 0, done.stdout
    assert snapshot(office) == before
    assert "Chạy thử xong, chưa đổi gì." in done.stdout
    listed = [line for line in done.stdout.splitlines() if line.startswith("     /")]
    assert any(line.startswith("     /gioi-thieu/") for line in listed)
    real = publish(office)
    assert real.returncode == 0, real.stdout
    assert [line for line in real.stdout.splitlines() if line.startswith("     /")] == listed
    assert_published(office)


def test_changes_are_told_url_by_url_and_in_words(office: Deployment) -> None:
    office.edit("2021-05.yml", '"14:00"', '"15:30"')
    office.edit(
        "2021-05.yml",
        "noi_nhan:",
        'cap_nhat: [{luc: 2021-05-04, cho: cv-b3, truoc: {gio: "14:00"}}]\nnoi_nhan:',
    )
    preview = preview_publication(office.folder)
    assert preview.obstacles == ()
    month = next(change for change in preview.changes if change.url == "2021/05/")
    assert (month.kind, month.is_page) == (ChangeKind.CHANGED, True)
    assert month.title == "Chương trình công tác tháng 5 năm 2021"
    (place,) = month.places
    assert place.url == "2021/05/#cv-b3"
    assert place.words == 'Thứ Ba, 04/5, chiều, "Hợp soát xét": đổi giờ: 14:00 → 15:30'
    urls = {change.url for change in preview.changes}
    assert {"du-lieu/2021-05.json", "lich/tat-ca.ics", "thay-doi/"} <= urls
    assert "gioi-thieu/" not in urls


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"14:00"', "14h99", "agendas/2021-05.yml:12:"),
        ("Họp giao ban", "Họp giao ban, gọi 0912 345 678", "0912 345 678"),
        ("noi_nhan", "# kiểm tra: ngày này\nnoi_nhan", "kiểm tra"),
        ("Họp giao ban", "Họp giao ban mới", "agenda update"),
        ("Văn phòng", "Phòng Chưa Biết", "Phòng Chưa Biết"),
    ],
)
def test_what_the_check_or_the_ledger_refuses_changes_nothing(
    office: Deployment, old: str, new: str, message: str
) -> None:
    office.edit("2021-05.yml", old, new)
    before = state(office)
    for dry_run in (False, True):
        last = outcome(publish_here(office.folder, dry_run=dry_run))
        assert last.state is StepState.STOPPED
        assert message in said(last)
        assert state(office) == before


def test_a_problem_names_its_file_and_line(office: Deployment) -> None:
    office.edit("2021-05.yml", '"14:00"', "14h99")
    (obstacle,) = outcome(publish_here(office.folder)).obstacles
    assert obstacle.problem is not None
    assert (obstacle.problem.location.file, obstacle.problem.location.line) == (
        "agendas/2021-05.yml",
        12,
    )


def test_other_edited_sources_are_named_and_left_alone(office: Deployment) -> None:
    settings = office.folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\n# mới\n", encoding="utf-8")
    last = outcome(publish_here(office.folder))
    assert (last.step, last.state) == (Step.FETCH, StepState.STOPPED)
    assert "git restore -- mkdocs.yml" in said(last)
    office.git("restore", "--", "mkdocs.yml")
    assert outcome(publish_here(office.folder)).state is StepState.DONE


def test_files_that_are_no_sources_stay_as_they_are(office: Deployment) -> None:
    (office.folder / "ghi-chu.txt").write_text("riêng", encoding="utf-8")
    (office.folder / "docs/Thumbs.db").write_bytes(b"\0")
    office.git("add", "ghi-chu.txt")
    office.write("2021-06.yml", JUNE)
    assert outcome(publish_here(office.folder)).state is StepState.DONE
    assert office.git("status", "--porcelain") == "A  ghi-chu.txt"
    assert "Thumbs.db" not in office.files()


def test_without_an_author_the_command_says_how_to_set_one(office: Deployment) -> None:
    office.git("config", "--unset", "user.name")
    office.git("config", "--unset", "user.email")
    office.write("2021-06.yml", JUNE)
    before = state(office)
    last = outcome(publish_here(office.folder))
    assert 'git config --global user.name "Họ và tên"' in said(last)
    assert state(office) == before
    preview = preview_publication(office.folder)
    assert [each.message for each in preview.obstacles] == [said(last)]
    assert "2021/06/" in {change.url for change in preview.changes}


def test_commits_of_others_are_joined_with_the_edits(office: Deployment) -> None:
    other = colleague(office)
    other.edit("danh-ba.yml", "ten: Văn phòng", "ten: Văn phòng Sở, viet_tat: [Văn phòng]")
    other.commit("Sửa danh bạ")
    other.git("push", "--quiet", "origin", "main")
    office.write("2021-06.yml", JUNE)
    assert outcome(publish_here(office.folder)).state is StepState.DONE
    assert_published(office)
    assert "Văn phòng Sở" in office.read("danh-ba.yml")
    assert office.git("log", "-2", "--format=%s").splitlines()[1] == "Sửa danh bạ"


def test_unpushed_commits_are_joined_with_those_of_others(office: Deployment) -> None:
    other = colleague(office)
    other.edit("danh-ba.yml", "ten: Văn phòng", "ten: Văn phòng Sở, viet_tat: [Văn phòng]")
    other.commit("Sửa danh bạ")
    other.git("push", "--quiet", "origin", "main")
    office.write("2021-06.yml", JUNE)
    office.commit("Tháng 6")
    office.write("2021-07.yml", JUNE.replace("2021-06", "2021-07").replace("2-30", "2-31"))
    assert outcome(publish_here(office.folder)).state is StepState.DONE
    assert_published(office)
    assert {"2021/06/index.html", "2021/07/index.html"} <= office.files()
    assert "Văn phòng Sở" in office.read("danh-ba.yml")


def test_edits_of_the_same_line_are_left_to_a_person(office: Deployment) -> None:
    other = colleague(office)
    other.edit("danh-ba.yml", "ten: Văn phòng", "ten: Văn phòng Sở")
    other.commit("Sửa danh bạ")
    other.git("push", "--quiet", "origin", "main")
    office.edit("danh-ba.yml", "ten: Văn phòng", "ten: VP")
    before = state(office)
    last = outcome(publish_here(office.folder))
    assert "agendas/danh-ba.yml" in said(last)
    assert state(office) == before
    # The remedy, literally.
    office.git("add", "--all")
    office.git("commit", "--quiet", "-m", "Việc đã sửa ở máy này")
    assert subprocess.run(
        ["git", "pull", "--no-rebase", "--no-edit", "origin", "main"],
        cwd=office.folder,
        capture_output=True,
    ).returncode
    assert "Một lần gộp còn dở" in said(outcome(publish_here(office.folder)))


def test_a_rejected_push_changes_nothing_live(office: Deployment) -> None:
    hook = office.remote / "hooks/update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ncase $1 in refs/heads/main) echo "khóa"; exit 1;; esac\n')
    hook.chmod(0o755)
    office.write("2021-06.yml", JUNE)
    live, main = office.live(), remote_main(office)
    last = outcome(publish_here(office.folder))
    assert (last.step, last.state) == (Step.PUSH, StepState.STOPPED)
    assert "trang đang đăng chưa đổi gì" in said(last)
    assert "khóa" in said(last)
    assert (office.live(), remote_main(office)) == (live, main)
    hook.unlink()
    assert publish(office).returncode == 0
    assert_published(office)


def test_a_push_of_another_in_between_is_joined_by_the_next_run(office: Deployment) -> None:
    other = colleague(office)
    other.edit("danh-ba.yml", "ten: Văn phòng", "ten: Văn phòng Sở, viet_tat: [Văn phòng]")
    other.commit("Sửa danh bạ")
    office.write("2021-06.yml", JUNE)
    live = office.live()
    for report in publish_here(office.folder):
        if (report.step, report.state) == (Step.PUSH, StepState.RUNNING):
            other.git("push", "--quiet", "origin", "main")
    assert (report.step, report.state) == (Step.PUSH, StepState.STOPPED)
    assert "Người khác vừa đẩy" in said(report)
    assert office.live() == live
    assert publish(office).returncode == 0
    assert_published(office)
    assert "Văn phòng Sở" in office.read("danh-ba.yml")


def test_an_edit_before_the_commit_stops_and_one_after_it_waits(office: Deployment) -> None:
    office.write("2021-06.yml", JUNE)
    before = office.git("rev-parse", "HEAD")
    for report in publish_here(office.folder):
        if (report.step, report.state) == (Step.COMMIT, StepState.RUNNING):
            office.edit("2021-06.yml", "Nghỉ", "Nghỉ hè")
    assert "Có tệp vừa được sửa" in said(report)
    assert office.git("rev-parse", "HEAD") == before
    for report in publish_here(office.folder):
        if (report.step, report.state) == (Step.PUSH, StepState.RUNNING):
            office.edit("2021-06.yml", "Nghỉ hè", "Nghỉ lễ")
    assert report.state is StepState.DONE
    assert live_source(office) == office.git("rev-parse", "HEAD")
    assert b"Ngh\xe1\xbb\x89 h\xc3\xa8" in office.published("2021/06/index.html")
    assert "Nghỉ lễ" in office.read("2021-06.yml")


def test_a_second_publication_at_the_same_time_is_refused(office: Deployment) -> None:
    office.write("2021-06.yml", JUNE)
    reports = publish_here(office.folder)
    assert next(reports).state is StepState.RUNNING
    second = publish(office)
    assert second.returncode == 1
    assert "Một lệnh đăng khác đang chạy" in second.stdout
    assert outcome(reports).state is StepState.DONE
    assert_published(office)


def test_a_public_site_that_stays_behind_is_told(office: Deployment, server: PublicSite) -> None:
    office.write("2021-06.yml", JUNE)
    server.answers = False
    last = outcome(publish_here(office.folder, patience=1))
    assert (last.step, last.state) == (Step.WAIT, StepState.STOPPED)
    assert f"{server.home} vẫn chưa hiện" in said(last)
    server.answers = True
    assert publish(office).returncode == 0


def test_a_clone_on_another_branch_is_sent_back(office: Deployment) -> None:
    office.git("switch", "--quiet", "--create", "thu")
    assert "git switch main" in said(outcome(publish_here(office.folder)))
    office.git("switch", "--quiet", "--detach")
    assert "git switch main" in said(outcome(publish_here(office.folder)))


def test_a_remote_that_is_away_is_told(office: Deployment) -> None:
    office.remote.rename(office.remote.with_name("away"))
    office.write("2021-06.yml", JUNE)
    assert "Không hỏi được kho origin" in said(outcome(publish_here(office.folder)))


def test_a_folder_without_git_is_told(office: Deployment) -> None:
    shutil.rmtree(office.folder / ".git")
    assert "không thuộc kho git" in said(outcome(publish_here(office.folder)))


def test_a_lock_of_another_git_command_is_named(office: Deployment) -> None:
    lock = office.folder / ".git/index.lock"
    lock.touch()
    office.write("2021-06.yml", JUNE)
    last = outcome(publish_here(office.folder))
    assert (last.step, last.state) == (Step.COMMIT, StepState.STOPPED)
    assert said(last).endswith(f"  {lock}")
    lock.unlink()  # as the message says
    assert outcome(publish_here(office.folder)).state is StepState.DONE


def test_a_site_without_a_public_url_is_not_pushed(office: Deployment, server: PublicSite) -> None:
    settings = office.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(server.home, '""'), encoding="utf-8")
    office.commit("Không có địa chỉ")
    before = state(office)
    last = outcome(publish_here(office.folder))
    assert (last.step, last.state) == (Step.COMPARE, StepState.STOPPED)
    assert "site_url" in said(last)
    assert state(office) == before


def test_the_code_of_the_commit_builds_the_site(
    office: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let the clone hold the package, as a clerk's clone does."""
    code = office.folder / "plugins/agenda"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "plugins/agenda", code, ignore=ignored)
    monkeypatch.setattr(working_copy, "_CODE", code)
    office.commit("Mã chương trình")
    assert outcome(publish_here(office.folder)).state is StepState.DONE
    plugin = code / "generators/mkdocs/plugin.py"
    plugin.write_text(f"raise SystemExit('mã mới')\n{plugin.read_text('utf-8')}", "utf-8")
    last = outcome(publish_here(office.folder))
    assert "git restore -- plugins/agenda/generators/mkdocs/plugin.py" in said(last)
    office.commit("Mã mới")
    last = outcome(publish_here(office.folder))
    assert (last.step, said(last)) == (Step.COMPARE, "mã mới")
