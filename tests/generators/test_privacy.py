"""Private details are not deployed; a preview shows them with a warning."""

import json
import re
from pathlib import Path

from tests.generators.deployment import Deployment
from tests.generators.serving import served
from tests.generators.test_ledger_check import stopped
from tests.project import Project

MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
luu_y: Đường dây nóng 0912.345.678
lich:
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Nguyễn Văn Bê khiếu nại về đất}
      - {ma: b2, noi_dung: 'Họp, gửi bài về a.b@example.vn'}
  - ngay: 5-31
"""


def test_private_details_stop_a_deploy_until_withheld_or_listed(deployment: Deployment) -> None:
    deployment.write("2021-05.yml", MAY)
    said = stopped(deployment)
    places = re.findall(r'agendas/2021-05.yml:(\S+): lỗi: .*?"(.+?)" giống', said)
    assert places == [
        ("3:8", "0912.345.678"),
        ("7:28", "Nguyễn Văn Bê"),
        ("8:28", "a.b@example.vn"),
    ]
    assert deployment.mkdocs("build").code != 0
    deployment.edit("2021-05.yml", "Nguyễn Văn Bê khiếu nại về đất", '"[không công bố] khiếu nại"')
    deployment.edit("2021-05.yml", "a.b@example.vn", "[không công bố]")
    deployment.write("2021-05.yml", deployment.read("2021-05.yml") + "cong_khai: [0912.345.678]\n")
    done = deployment.deploy("--strict")
    assert done.code == 0, done.said
    ledger = json.loads(deployment.published("ho-so.json"))["dia_chi"]
    assert ledger["/2021/05/"]["khong_cong_bo"] == 2
    with deployment.served() as site:
        page = site.page("2021/05/")
        assert "Đường dây nóng 0912.345.678" in page
        assert "cong_khai" not in page


def test_private_details_in_pages_stop_a_deploy_until_listed(deployment: Deployment) -> None:
    page = deployment.folder / "docs/lien-he.md"
    page.write_text("# Liên hệ\n\nÔng Bê: 0912.345.678\n", encoding="utf-8")
    (problem,) = re.findall(r"docs/lien-he.md:3:9: lỗi: .*", stopped(deployment))
    assert '"0912.345.678" giống số điện thoại' in problem
    (line,) = re.findall(r"dòng (cong_khai: .*?), một dòng ---", problem)
    text = page.read_text(encoding="utf-8")
    page.write_text(f"---\n{line}\n---\n{text}", encoding="utf-8")
    done = deployment.deploy()
    assert done.code == 0, done.said
    with deployment.served() as site:
        shown = site.page("lien-he/")
        assert "Ông Bê: 0912.345.678" in shown
        assert "cong_khai" not in shown


def test_accounts_birth_dates_and_illness_stop_a_deploy(deployment: Deployment) -> None:
    texts = {
        "Họp": "Nộp lệ phí vào tài khoản 3700 205 123 456",
        "Bê": "Xét hồ sơ của viên chức sinh 05.11.1988",
        "Xê": "Thăm đồng chí cựu lãnh đạo Sở bị tai biến",
    }
    rows = "".join(f"      - {{noi_dung: '{text}'}}\n" for text in texts.values())
    head, _, _ = MAY.replace("0912.345.678", "1900 9095").partition("      - {ma: b1")
    deployment.write("2021-05.yml", f"{head}{rows}  - ngay: 5-31\n")
    said = stopped(deployment)
    assert re.findall(r'lỗi: .*?"(.+?)" giống', said) == [
        "3700 205 123 456",
        "sinh 05.11.1988",
        "bị tai biến",
    ]


def test_listing_words_changes_no_digest_of_what_is_published(deployment: Deployment) -> None:
    text = MAY.replace("0912.345.678", "1900 9095").replace("Nguyễn Văn Bê", "Công dân")
    text = text.replace("a.b@example.vn", "Văn phòng")
    deployment.write("2021-05.yml", text)
    assert deployment.deploy().code == 0
    before = json.loads(deployment.published("ho-so.json"))["dia_chi"]["/2021/05/"]
    deployment.write("2021-05.yml", text + "cong_khai: [1900 9095]\n")
    assert deployment.deploy().code == 0
    assert json.loads(deployment.published("ho-so.json"))["dia_chi"]["/2021/05/"] == before


def test_a_preview_goes_on_with_a_warning(project: Project, tmp_path: Path) -> None:
    project.replace("agendas/2021-05.yml", "Lễ chào cờ", "Gọi 0912.345.678")
    with served(project, tmp_path / "log") as server:
        server.wait_for_page("2021/05/", "Gọi 0912.345.678")
        assert re.search(r'WARNING.*lỗi: .*"0912.345.678" giống số điện thoại', server.said)
        said = server.wait_for_rebuild("agendas/2021-05.yml", "0912.345.678", "0912.345.679")
        assert '"0912.345.679" giống số điện thoại' in said
