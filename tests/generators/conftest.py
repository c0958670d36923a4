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
