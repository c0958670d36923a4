"""The workflows as GitHub reads them."""

from pathlib import Path
from typing import Any

import yaml

from tests.project import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return found


def publishing_job() -> dict[str, Any]:
    """Return the only job that may write to the repository."""
    (job,) = (
        job
        for path in WORKFLOWS
        for job in jobs(path).values()
        if job["permissions"].get("contents") == "write"
    )
    assert isinstance(job, dict)
    return job


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]
