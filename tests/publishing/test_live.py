"""What is said of a ledger that is not there."""

import subprocess
from pathlib import Path

from agenda.publishing.live import Deployment, Live


def test_a_branch_that_is_not_there_is_named_as_it_is_written(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    deployment = Deployment(folder=tmp_path, remote="Kho", branch="Trang-Web", file=None)
    assert deployment.read_live(deploying=False) == Live(
        ledger=None,
        said="Không có nhánh Kho/Trang-Web: coi như chưa đăng gì, không đối chiếu được địa chỉ "
        "nào.",
    )
