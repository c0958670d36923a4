"""A deploy never loses a published URL, and names the ledger that it compared."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.generators.conftest import new_deployment
from tests.generators.deployment import BRANCH, Deployment
from tests.originals import pdf

MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
lich:
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Đ/c An PGĐ}
      - {ma: b2, noi_dung: Họp giao ban}
  - ngay: 5-31
"""


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """May 2021, published and amended once, with a signed file."""
    deployment = new_deployment(tmp_path_factory.mktemp("published"))
    deployment.write("tep/2021-05.pdf", pdf("bản ký").decode())
    signed = MAY.replace("2021-05-04}", "2021-05-04, tep: tep/2021-05.pdf}")
    deployment.write("2021-05.yml", signed)
    first = deployment.deploy()
    assert first.code == 0, first.said
    deployment.write("2021-05.dc1.yml", MAY.replace("05-04}", "05-11}").replace("giao ban", "kín"))
    second = deployment.deploy()
    assert second.code == 0, second.said
    return deployment


@pytest.fixture
def published(published_once: Deployment, tmp_path: Path) -> Deployment:
    return published_once.copy_to(tmp_path)


def stopped(deployment: Deployment) -> str:
    """Return the message of a deploy that publishes nothing."""
    before = deployment.live()
    done = deployment.deploy()
    assert done.code != 0, done.said
    assert "Traceback" not in done.said
    assert deployment.live() == before
    return done.said


def test_the_first_deploy_says_that_there_is_nothing_to_lose(deployment: Deployment) -> None:
    deployment.write("2021-05.yml", MAY)
    done = deployment.deploy("--strict")
    assert done.code == 0, done.said
    assert "Kho origin chưa có nhánh gh-pages: đây là lần đăng đầu tiên" in done.said
    again = deployment.deploy("--strict")
    assert again.code == 0, again.said
    assert f"Đã đối chiếu với hồ sơ địa chỉ ở nhánh origin/{BRANCH}." in again.said
    ledger = json.loads(deployment.published("ho-so.json"))
    config = (deployment.folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"      record: {ledger['ten_du_lieu']}\n" in config
    assert {"/", "/2021/05/", "/2021/05/#cv-b1", "/2021/05/#ngay-31", "/lanh-dao/an/2021/"} <= set(
        ledger["dia_chi"]
    )


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (lambda each: (each / "2021-05.dc1.yml").unlink(), ["/2021/05/ban-goc/ (trang)"]),
        (
            lambda each: [path.unlink() for path in each.glob("2021-05*.yml")],
            ["/2021/ (trang)", "/2021/05/ (trang)", "/2021/05/#cv-b1 (chỗ trên trang)"],
        ),
        (lambda each: (each / "danh-ba.yml").write_text(""), ["/lanh-dao/an/ (trang)"]),
        (
            lambda each: replace(each / "2021-05.yml", "Lễ chào cờ", "Lễ chào"),
            ["1 chỗ đã đăng sẽ bị đổi mà trang không nói", "/2021/05/ban-goc/ (trang)"],
        ),
        (
            lambda each: (each / "tep/2021-05.pdf").write_bytes(pdf("khac")),
            ["1 chỗ đã đăng sẽ bị đổi mà trang không nói", "/tep/2021-05.pdf (tệp)"],
        ),
    ],
)
def test_a_loss_stops_the_deploy_and_is_named_with_two_ways_on(
    published: Deployment, damage: object, named: list[str]
) -> None:
    assert callable(damage)
    damage(published.folder / "agendas")
    said = stopped(published)
    for each in (*named, "1. Khôi phục", "2. Nếu thật sự phải gỡ hoặc sửa", "da_go:"):
        assert each in said
    assert published.mkdocs("build", "--strict").code != 0


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_is_declared_leaves_a_tombstone_at_its_url(published: Deployment) -> None:
    (published.folder / "agendas/2021-05.dc1.yml").unlink()
    (published.folder / "agendas/tep/2021-05.pdf").unlink()
    published.edit("2021-05.yml", ", tep: tep/2021-05.pdf", "")
    published.edit("2021-05.yml", "      - {ma: b2, noi_dung: Họp giao ban}\n", "")
    published.write(
        "da-go.yml",
        "da_go:\n- dia_chi: [/2021/05/, /2021/05/ban-goc/, /2021/05/thay-doi/, /2021/05/#cv-b2,"
        " /tep/2021-05.pdf]\n  ngay: 2021-06-01\n  ly_do: Đăng nhầm bản chưa ký\n"
        "  van_ban: Thông báo 9/TB-SKHCN\n",
    )
    done = published.deploy()
    assert done.code == 0, done.said
    with published.served() as site:
        for url in ("2021/05/ban-goc/", "2021/05/thay-doi/", "tep/2021-05.pdf"):
            page = site.page(url)
            assert "Đăng nhầm bản chưa ký" in page
            assert "noindex" in page
        assert 'id="cv-b2"' in site.page("2021/05/")
        assert "Thông báo 9/TB-SKHCN" in site.page("2021/05/")
    (published.folder / "agendas/da-go.yml").unlink()
    assert "/2021/05/ban-goc/ (trang báo đã gỡ)" in stopped(published)


def test_what_the_message_proposes_is_read_whatever_a_signed_file_is_called(
    deployment: Deployment,
) -> None:
    names = ("Chương trình tháng 5.pdf", "kèm: số 12.pdf")
    for name in names:
        deployment.write(f"tep/{name}", pdf().decode())
    signed = MAY.replace("05-04}", f'05-04, tep: "tep/{names[0]}"}}')
    june = signed.replace("2021-05", "2021-06").replace(names[0], names[1])
    deployment.write("2021-05.yml", signed)
    deployment.write("2021-06.yml", june.replace("5-31", "5-30"))
    assert deployment.deploy().code == 0
    deployment.write("2021-05.yml", MAY)
    deployment.write("2021-06.yml", MAY.replace("2021-05", "2021-06").replace("5-31", "5-30"))
    _, _, proposed = stopped(deployment).partition("     da_go:\n")
    lines = proposed.partition("         ngay:")[0]
    deployment.write(
        "da-go.yml", f"da_go:\n{lines}         ngay: 2021-07-01\n         ly_do: Nhầm\n"
    )
    done = deployment.deploy()
    assert done.code == 0, done.said
    with deployment.served() as site:
        for name in names:
            assert f"/tep/{name}" in site.page(f"tep/{quote(name)}/")


def test_a_declared_change_of_a_frozen_document_passes_once(published: Deployment) -> None:
    for name in ("2021-05.yml", "2021-05.dc1.yml"):
        published.edit(name, "Lễ chào cờ", '"[không công bố]"')
    published.edit("2021-05.yml", "2021-05.pdf", "2021-05.pdf, tep_da_che: 1")
    published.write(
        "da-go.yml",
        "da_go:\n- {dia_chi: /2021/05/ban-goc/, ngay: 2021-06-01, ly_do: Tên riêng của công dân}\n",
    )
    done = published.deploy()
    assert done.code == 0, done.said
    with published.served() as site:
        assert "Tên riêng của công dân" in site.page("2021/05/ban-goc/")
    published.edit("2021-05.yml", "Họp giao ban", "Họp")
    assert "/2021/05/ban-goc/ (trang)" in stopped(published)


def test_another_record_stops_the_deploy_until_the_published_one_is_restored(
    published: Deployment,
) -> None:
    config, events = published.folder / "mkdocs.yml", published.published("lich/tat-ca.ics")
    line = re.findall(r"^ +record: .*$", config.read_text(encoding="utf-8"), re.MULTILINE)[0]
    replace(config, line, "      record: ten-khac")
    said = stopped(published)
    name = line.partition(": ")[2]
    assert f'"{name}", còn mkdocs.yml nay ghi "ten-khac"' in said
    (restored,) = re.findall(r"^ +record: .*$", said, re.MULTILINE)
    replace(config, "      record: ten-khac", restored)
    done = published.deploy()
    assert done.code == 0, done.said
    assert published.published("lich/tat-ca.ics") == events


def test_a_published_ledger_without_the_record_is_given_it(published: Deployment) -> None:
    written = published.published("ho-so.json")
    named = re.compile(rb' "ten_du_lieu": "[a-z0-9.-]+",')
    publish(published, "ho-so.json", named.sub(b"", written, count=1), deployed(published))
    assert b"ten_du_lieu" not in published.published("ho-so.json")
    done = published.deploy()
    assert done.code == 0, done.said
    assert published.published("ho-so.json") == written
    replace(published.folder / "mkdocs.yml", "      record: ", "      record: x")
    assert "ghi lại đúng dòng sau" in stopped(published)


def test_other_office_hours_move_no_published_event(deployment: Deployment) -> None:
    deployment.write("2021-05.yml", MAY)
    assert deployment.deploy().code == 0
    config, events = deployment.folder / "mkdocs.yml", deployment.published("lich/tat-ca.ics")
    replace(config, 'sang: "07:30-11:30"', 'sang: "07:00-11:00"')
    replace(config, 'toi: "19:00-21:00"}', 'toi: "19:00-21:00", 2022-01: {sang: "08:00-12:00"}}')
    said = stopped(deployment)
    assert "Tháng đã đăng giữ giờ cũ, giờ mới dùng từ tháng chưa đăng." in said
    (line,) = re.findall(r"^ +office_hours: .*$", said, re.MULTILINE)
    assert '"2022-01": {"sang": "08:00-12:00"' in line
    written = config.read_text(encoding="utf-8")
    config.write_text(re.sub(r"(?m)^ +office_hours: .*$", line, written), encoding="utf-8")
    done = deployment.deploy()
    assert done.code == 0, done.said
    assert deployment.published("lich/tat-ca.ics") == events

    deployment.write("2021-06.yml", MAY.replace("2021-05", "2021-06").replace("5-31", "5-30"))
    done = deployment.deploy()
    assert done.code == 0, done.said
    starts = re.findall(
        rb"DTSTART;[^:]*:(2021\d{4}T\d{4})", deployment.published("lich/tat-ca.ics")
    )
    assert sorted(set(starts)) == [b"20210504T0730", b"20210604T0700"]


def test_a_published_ledger_without_office_hours_is_given_them(published: Deployment) -> None:
    written = published.published("ho-so.json")
    hours = re.compile(rb' "gio_lam_viec": \{[^}]*\},')
    publish(published, "ho-so.json", hours.sub(b"", written, count=1), deployed(published))
    assert b"gio_lam_viec" not in published.published("ho-so.json")
    done = published.deploy()
    assert done.code == 0, done.said
    assert published.published("ho-so.json") == written


def deployed(deployment: Deployment) -> str:
    """Return the message of a deploy of the newest commit."""
    return f"Deployed {deployment.git('rev-parse', '--short', 'HEAD')} with MkDocs"


def publish(deployment: Deployment, file: str, content: bytes, message: str = "Sửa thẳng") -> None:
    """Push a changed published file without any check."""
    tree = deployment.folder.parent / "tree"
    deployment.git("worktree", "add", "--quiet", str(tree), BRANCH)
    (tree / file).write_bytes(content)
    deployment.git("-C", str(tree), "commit", "--quiet", "--all", "--message", message)
    deployment.git("-C", str(tree), "push", "--quiet", "origin", BRANCH)
    deployment.git("worktree", "remove", str(tree))


def test_a_former_code_leads_on(published: Deployment) -> None:
    published.edit("danh-ba.yml", "ma: an, ten: An", "ma: le-an, ten: Lê An, ten_cu: an")
    done = published.deploy()
    assert done.code == 0, done.said
    with published.served() as site:
        assert 'url=../../lanh-dao/le-an/"' in site.page("lanh-dao/an/")
        assert 'url=../../../lanh-dao/le-an/2021/"' in site.page("lanh-dao/an/2021/")
        assert "Lê An" in site.page("lanh-dao/le-an/")


def test_a_fresh_clone_knows_what_is_live(published: Deployment, tmp_path: Path) -> None:
    published.git("push", "--quiet", "origin", "main")
    shallow = clone(published, tmp_path / "x", "--depth=1", "--branch=main")
    built = shallow.mkdocs("build")
    assert "Bản sao này là bản sao nông và không có nhánh origin/gh-pages" in built.said
    published.edit("danh-ba.yml", "ma: an, ten: An", "ma: le-an, ten: Lê An")
    shallow.write("danh-ba.yml", published.read("danh-ba.yml"))
    assert "/lanh-dao/an/ (trang)" in stopped(shallow)


def test_a_clone_behind_the_branch_is_held_against_the_newest(published: Deployment) -> None:
    published.git("update-ref", f"refs/remotes/origin/{BRANCH}", f"origin/{BRANCH}~1")
    (published.folder / "agendas/2021-05.dc1.yml").unlink()
    assert "/2021/05/ban-goc/ (trang)" in stopped(published)


def clone(published: Deployment, folder: Path, *options: str) -> Deployment:
    """Another clerk's clone of the same remote."""
    published.git("clone", "--quiet", *options, f"file://{published.remote}", str(folder))
    cloned = Deployment(folder=folder, remote=published.remote)
    cloned.git("config", "user.name", "Người khác")
    cloned.git("config", "user.email", "khac@example.invalid")
    return cloned


def test_a_remote_that_does_not_answer_stops_the_deploy(published: Deployment) -> None:
    published.remote.rename(published.remote.with_name("away.git"))
    done = published.deploy()
    assert done.code != 0
    assert "Không hỏi được kho origin" in done.said


def test_a_damaged_ledger_stops_the_deploy_unless_a_file_stands_in(published: Deployment) -> None:
    good = published.published("ho-so.json")
    publish(published, "ho-so.json", good[:-100])
    damaged = published.live()
    assert "bị hỏng" in stopped(published)
    config = published.folder / "mkdocs.yml"
    replace(config, "  - agenda:\n", "  - agenda:\n      ledger: ho-so-cu.json\n")
    assert "Không đọc được tệp ho-so-cu.json" in stopped(published)
    (published.folder / "ho-so-cu.json").write_bytes(good)
    done = published.deploy()
    assert done.code == 0, done.said
    assert "đã đối chiếu với tệp ho-so-cu.json" in done.said
    assert published.published("ho-so.json") == good
    assert published.live() != damaged
