"""Removing words as the guide says removes them everywhere and keeps every other URL."""

import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import BadZipFile, ZipFile

import pytest
from docx import Document

from tests.generators.conftest import new_deployment
from tests.generators.deployment import Deployment, run
from tests.generators.test_ledger_check import clone, stopped
from tests.project import REPOSITORY

GUIDE = REPOSITORY / "docs/huong-dan/go-han.md"
NAME = "Trần Thị Mận"  # not the example of the guide, which is published
MAY = f"""thang: 2021-05
van_ban: {{ngay_ban_hanh: 2021-05-04, tep: tep/2021-05.docx}}
lich:
  - ngay: 4
    sang:
      - {{ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Đ/c An PGĐ}}
      - {{ma: b2, noi_dung: "Tiếp {NAME}"}}
  - ngay: 5-31
cong_khai: [{NAME}]
"""


@pytest.fixture
def published(tmp_path: Path) -> Deployment:
    """Write a month with a citizen's name in two revisions and in the signed file."""
    deployment = new_deployment(tmp_path)
    (deployment.folder / "agendas/tep").mkdir()
    paper = Document()
    paper.add_paragraph(f"Tiếp {NAME}")
    paper.save(str(deployment.folder / "agendas/tep/2021-05.docx"))
    deployment.write("2021-05.yml", MAY)
    first = deployment.deploy()
    assert first.code == 0, first.said
    deployment.write(
        "2021-05.dc1.yml",
        MAY.replace("05-04, tep: tep/2021-05.docx", "05-11").replace("Lễ chào cờ", "Chào cờ"),
    )
    second = deployment.deploy()
    assert second.code == 0, second.said
    deployment.git("push", "--quiet", "origin", "main")
    return deployment


def test_the_words_are_gone_from_the_site_and_from_every_history(
    published: Deployment, tmp_path: Path
) -> None:
    before = published.ledger()
    assert found_in_repository(published.remote)
    cleaner = clone(published, tmp_path / "cleaner")
    withhold(cleaner)
    (tmp_path / "can-go.txt").write_text(f"{NAME}==>[không công bố]\n", encoding="utf-8")
    for commands in re.findall(r"```bash\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL):
        tools = Path(sys.executable).parent
        done = run(
            ["bash", "-euo", "pipefail", "-c", f'export PATH="{tools}:$PATH"\n{commands}'],
            cleaner.folder,
        )
        assert done.code == 0, done.said
    subprocess.run(["git", "gc", "--quiet", "--prune=now"], cwd=published.remote, check=True)
    assert found_in_repository(published.remote) == []
    with published.served() as site:
        for url in before:
            status, text = site.get(quote(url.partition("#")[0].removeprefix("/")))
            gone = status != 200 and url == "/tep/2021-05.docx"
            assert status == 200 or gone, url
            assert NAME not in text, url
        assert "Thông tin riêng" in site.page("tep/2021-05.docx/")
        assert "[không công bố]" in site.page("2021/05/ban-goc/")
    check_later_deploys(published, tmp_path)


def test_the_file_of_a_month_with_one_document_is_withdrawn_by_its_own_url(tmp_path: Path) -> None:
    deployment = new_deployment(tmp_path)
    path = deployment.folder / "agendas/tep/bản ký.docx"
    path.parent.mkdir()
    paper = Document()
    paper.add_paragraph(f"Tiếp {NAME}")
    paper.save(str(path))
    deployment.write("2021-05.yml", MAY.replace("2021-05.docx", "bản ký.docx"))
    first = deployment.deploy()
    assert first.code == 0, first.said
    covered = MAY.replace(f"cong_khai: [{NAME}]\n", "").replace(NAME, "[không công bố]")
    deployment.write("2021-05.yml", covered.replace(", tep: tep/2021-05.docx", ""))
    path.unlink()
    assert "/2021/05/ (trang: tệp bản ký)" in stopped(deployment)
    row = "- {dia_chi: [/tep/bản ký.docx], ngay: 2021-06-01, ly_do: Thông tin riêng}\n"
    deployment.write("da-go.yml", f"da_go:\n{row}")
    done = deployment.deploy()
    assert done.code == 0, done.said


def check_later_deploys(published: Deployment, tmp_path: Path) -> None:
    """Check that a new clone deploys and an old clone is refused after the rewrite."""
    fresh = clone(published, tmp_path / "fresh")
    done = fresh.deploy("--strict")
    assert done.code == 0, done.said
    old = published.deploy()
    assert old.code != 0
    assert "chữ đã gỡ sẽ trở lại" in old.said
    assert "git push --" not in old.said


def withhold(deployment: Deployment) -> None:
    for name in ("2021-05.yml", "2021-05.dc1.yml"):
        text = deployment.read(name).replace(f"cong_khai: [{NAME}]\n", "")
        text = text.replace(NAME, "[không công bố]").replace(", tep: tep/2021-05.docx", "")
        deployment.write(name, text)
    (deployment.folder / "agendas/tep/2021-05.docx").unlink()
    deployment.write(
        "da-go.yml",
        "da_go:\n- dia_chi: [/2021/05/ban-goc/, /tep/2021-05.docx]\n"
        "  ngay: 2021-06-01\n  ly_do: Thông tin riêng của công dân\n",
    )


def found_in_repository(repository: Path) -> list[str]:
    """Return the reachable objects that hold the name, in Word files too, each with its path."""
    listed = git(repository, "rev-list", "--objects", "--all", "--reflog")
    paths = dict(line.partition(" ")[::2] for line in listed.decode().splitlines())
    contents = BytesIO(git(repository, "cat-file", "--batch", input="\n".join(paths).encode()))
    found = []
    for name, path in paths.items():
        size = int(contents.readline().split()[2])
        content = contents.read(size + 1)[:size]
        if NAME.encode() in content or NAME.encode() in unzipped(content):
            found.append(f"{name} {path}")
    return found


def unzipped(content: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return b"".join(archive.read(each) for each in archive.namelist())
    except BadZipFile:
        return b""


def git(repository: Path, *arguments: str, input: bytes = b"") -> bytes:  # noqa: A002
    return subprocess.run(
        ["git", *arguments], cwd=repository, check=True, stdout=subprocess.PIPE, input=input
    ).stdout


def test_the_guide_asks_for_a_program_that_is_installed() -> None:
    assert shutil.which("git-filter-repo", path=str(Path(sys.executable).parent))
