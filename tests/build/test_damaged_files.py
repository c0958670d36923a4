"""Damaged caches, ledgers and odd files lead to no exception and no hang."""

import sys

import pytest

from tests.build.damaged_files import run

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs pipes, signals and names in no encoding"
)


def test_damaged_files_never_raise() -> None:
    assert run(60, 2021) == []
