"""A copy of the project that a test may break, and a deployment to publish from."""

from pathlib import Path

import pytest

from tests.generators.deployment import Deployment
from tests.project import Project

DIRECTORY = """
lanh_dao:
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""

MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04, noi_ban_hanh: Hà Tĩnh}
trong_tam: [Phòng chống dịch, Bầu cử]
luu_y: Có thể thay đổi
lich:
  - ngay: 1-3
    nghi: Nghỉ lễ 30/4, 01/5
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Đ/c An PGĐ}
      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}
    chieu: {ma: b3, gio: "14:00", noi_dung: Hợp soát xét}
  - ngay: 5-31
noi_nhan: [UBND tỉnh, Lưu VT]
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.copy_to(tmp_path / "lich")


def new_deployment(folder: Path) -> Deployment:
    """Return a clone with a directory of names; nothing is published yet."""
    made = Deployment.make(folder)
    made.write("danh-ba.yml", DIRECTORY)
    return made


@pytest.fixture
def deployment(tmp_path: Path) -> Deployment:
    return new_deployment(tmp_path)


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """May 2021, published once, its sources pushed as well."""
    deployment = new_deployment(tmp_path_factory.mktemp("published"))
    deployment.write("2021-05.yml", MAY)
    page = deployment.folder / "docs/gioi-thieu.md"
    page.write_text(f'{page.read_text(encoding="utf-8")}\n<a id="cho-cu"></a>\n', encoding="utf-8")
    first = deployment.deploy()
    assert first.code == 0, first.said
    deployment.git("push", "--quiet", "origin", "main")
    return deployment


@pytest.fixture
def published(published_once: Deployment, tmp_path: Path) -> Deployment:
    return published_once.copy_to(tmp_path)


def amend(deployment: Deployment) -> None:
    deployment.write("2021-05.dc1.yml", MAY.replace("05-04,", "05-11,").replace("14:00", "15:00"))
