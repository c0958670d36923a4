"""Files edited by hand on the deployed branch are not trusted as published."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

from tests.generators.conftest import MAY, amend, new_deployment
from tests.generators.deployment import BRANCH, Deployment
from tests.generators.test_ledger_check import clone, stopped

DATA = "du-lieu/2021-05.json"


def edit_branch(
    deployment: Deployment, tmp_path: Path, change: Callable[[Path], None], message: str
) -> None:
    other = clone(deployment, tmp_path / message.split(maxsplit=1)[0], f"--branch={BRANCH}")
    change(other.folder)
    other.commit(message)
    other.git("push", "--quiet", "origin", BRANCH)


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_a_ledger_forged_under_the_message_of_a_deploy_is_not_believed(
    published: Deployment, tmp_path: Path
) -> None:
    def drop_may(folder: Path) -> None:
        ledger = json.loads((folder / "ho-so.json").read_text(encoding="utf-8"))
        for url in [url for url in ledger["dia_chi"] if url.startswith("/2021/05/")]:
            del ledger["dia_chi"][url]
        (folder / "ho-so.json").write_text(json.dumps(ledger), encoding="utf-8")
        for page in (folder / "2021/05").rglob("index.html"):
            page.unlink()

    message = published.git("log", "--max-count=1", "--format=%B", f"origin/{BRANCH}")
    edit_branch(published, tmp_path, drop_may, message)
    (published.folder / "agendas/2021-05.yml").unlink()
    assert "mà lần đăng trước đó có, như /2021/05/" in stopped(published)


def test_an_edited_month_is_restored_as_told_before_the_next_deploy(
    published: Deployment, tmp_path: Path
) -> None:
    edit_branch(published, tmp_path, replace(DATA, "Họp giao ban", "Họp báo"), "Sửa dữ liệu")
    amend(published)
    said = stopped(published)
    assert f"Tệp {DATA} trên nhánh gh-pages đang đăng bị sửa tay" in said
    for line in said.splitlines():
        if line.startswith("  git "):
            published.git(*shlex.split(line)[1:])
    done = published.deploy()
    assert done.code == 0, done.said


def test_a_version_by_hand_does_not_tell_what_a_withdrawn_item_said(tmp_path: Path) -> None:
    deployment = new_deployment(tmp_path)
    deployment.write("2021-05.yml", MAY)
    assert deployment.deploy().code == 0
    item = "      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}\n"
    deployment.write("2021-05.yml", MAY.replace(item, ""))
    urls = '"/2021/05/#cv-b2", /co-quan/van-phong/2021/'
    withdrawn = f"da_go: [{{dia_chi: [{urls}], ngay: 2021-06-01, ly_do: Đăng nhầm}}]\n"
    deployment.write("da-go.yml", withdrawn)
    done = deployment.deploy()
    assert done.code == 0, done.said
    shown = deployment.published(DATA).decode()
    deployment.git("fetch", "--quiet", "origin", BRANCH)
    before = deployment.git("show", f"origin/{BRANCH}^:{DATA}").replace("Họp giao ban", "Liên hoan")
    for text, message in ((before, "Một"), (shown, "Hai")):
        edit_branch(
            deployment,
            tmp_path,
            lambda folder, text=text: (folder / DATA).write_text(text, encoding="utf-8"),  # type: ignore[misc]
            message,
        )
    deployment.write("2021-05.yml", MAY.replace("Họp giao ban", "Liên hoan"))
    assert "mã của việc đã gỡ nay ở việc khác" in stopped(deployment)
