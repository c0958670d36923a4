"""The tool that rewrites golden cases changes nothing but their expected problems."""

import shutil
from pathlib import Path

import pytest

from tests.source.cases import FOLDER
from tests.source.rewrite_cases import rewrite

CASES = ("all-is-well", "several-files", "windows-1258", "private-details")


@pytest.mark.parametrize("name", CASES)
def test_a_case_that_is_right_stays_as_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yml"
    shutil.copy(FOLDER / f"{name}.yml", path)
    assert not rewrite(path)
    assert path.read_bytes() == (FOLDER / f"{name}.yml").read_bytes()


def test_expected_problems_are_replaced_by_those_of_now(tmp_path: Path) -> None:
    right = (FOLDER / "private-details.yml").read_text("utf-8")
    path = tmp_path / "case.yml"
    path.write_text(right.partition("problems:")[0] + "problems:\n  - old\n", "utf-8")
    assert rewrite(path)
    assert path.read_text("utf-8") == right
