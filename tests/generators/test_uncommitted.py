"""Only what the remote has is deployed, so that no other clone undoes it."""

import shlex

from tests.generators.conftest import MAY, amend
from tests.generators.deployment import Deployment


def refused(deployment: Deployment) -> str:
    """Return the message of a deploy of the files as they are."""
    before = deployment.live()
    done = deployment.mkdocs("gh-deploy")
    assert done.code != 0, done.said
    assert deployment.live() == before
    return done.said


def test_sources_are_deployed_once_they_are_committed_and_pushed(published: Deployment) -> None:
    amend(published)
    added = published.folder / "docs/moi.md"
    added.write_text("# Trang mới\n", encoding="utf-8")
    for name in ("mkdocs.yml", "overrides/main.html"):
        path = published.folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    said = refused(published)
    assert "4 tệp của trang chưa được lưu vào kho git (commit):\n" in said
    for name in ("agendas/2021-05.dc1.yml", "docs/moi.md", "mkdocs.yml", "overrides/main.html"):
        assert f"\n  {name}\n" in said
    commands = [shlex.split(line) for line in said.splitlines() if line.startswith("  git ")]
    assert [each[1] for each in commands] == ["add", "commit", "push"]
    for each in commands[:2]:
        published.git(*each[1:])
    assert "chưa được đẩy lên kho origin" in refused(published)
    published.git(*commands[2][1:])
    done = published.mkdocs("gh-deploy")
    assert done.code == 0, done.said
    assert "/2021/05/ban-goc/" in published.ledger()


def test_codes_that_a_deploy_writes_are_to_be_committed_first(published: Deployment) -> None:
    published.write("2021-05.dc1.yml", MAY.replace("05-04,", "05-11,").replace("ma: b3, ", ""))
    published.commit("Điều chỉnh")
    published.git("push", "--quiet", "origin", "main")
    said = refused(published)
    assert "Đã ghi mã cho các việc chưa có mã trong agendas/2021-05.dc1.yml" in said
    assert "1 tệp của trang chưa được lưu" in said
    assert "ma: b3" in published.read("2021-05.dc1.yml")
    done = published.deploy()
    assert done.code == 0, done.said


def test_files_that_git_ignores_are_not_deployed(published: Deployment) -> None:
    docs = published.folder / "docs"
    (docs / "huong-dan/anh/Thumbs.db").write_bytes(b"x")
    (docs / "gioi-thieu.md~").write_text("# Bản cũ\n", encoding="utf-8")
    (docs / ".bi-mat.md~").write_text("# Không lên trang\n", encoding="utf-8")
    said = refused(published)
    assert "2 tệp của trang bị git bỏ qua" in said
    assert "\n  docs/gioi-thieu.md~\n  docs/huong-dan/anh/Thumbs.db\n" in said
    (docs / "huong-dan/anh/Thumbs.db").unlink()
    (docs / "gioi-thieu.md~").unlink()
    done = published.mkdocs("gh-deploy")
    assert done.code == 0, done.said
