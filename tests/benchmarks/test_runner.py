"""The cost of a build includes all of its processes; a failed build has no figures."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.runner import Build, Cost, measure, run

WORK = "total = 0\nfor each in range(2_000_000): total += each"
BOTH_HOLD = """
import os, time
shared = b"x" * 32_000_000
process = os.fork()
own = b"y" * 32_000_000
time.sleep(0.4)
if process:
    os.wait()
"""
HOLD = "bytearray(64_000_000).count(1)"


def build(folder: Path, *programs: str) -> Build:
    return Build(
        name="thử",
        folder=folder,
        commands=[(sys.executable, "-c", program) for program in programs],
        output=folder,
        before=lambda: None,
    )


def test_the_seconds_of_all_commands_count_and_the_memory_of_the_largest(tmp_path: Path) -> None:
    idle = run(build(tmp_path, ""))
    working = run(build(tmp_path, WORK, HOLD, ""))
    assert working.cpu_seconds > idle.cpu_seconds
    assert 64_000_000 < working.memory < 64_000_000 + 2 * idle.memory


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what processes share")
def test_the_memory_of_processes_counts_together_and_what_they_share_once(tmp_path: Path) -> None:
    idle = run(build(tmp_path, "")).memory
    both = run(build(tmp_path, BOTH_HOLD)).memory
    assert 96_000_000 < both < 96_000_000 + 2 * idle


def test_the_memory_of_who_measures_does_not_count(tmp_path: Path) -> None:
    held = bytearray(100_000_000)
    held[:] = b"x" * len(held)
    assert run(build(tmp_path, "")).memory < len(held) / 2


def test_the_middle_of_the_rounds_counts(tmp_path: Path) -> None:
    calls: list[str] = []
    counted = Build(
        name="đếm",
        folder=tmp_path,
        commands=[(sys.executable, "-c", "")],
        output=tmp_path,
        before=lambda: calls.append("đếm"),
    )
    ((measured, cost),) = measure([counted], rounds=3)
    assert (measured, calls) == (counted, ["đếm"] * 3)
    assert isinstance(cost, Cost)


def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="failed in"):
        run(build(tmp_path, "raise SystemExit(3)"))
