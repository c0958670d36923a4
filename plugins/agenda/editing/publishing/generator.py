"""Run MkDocs as a child process."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from agenda.editing.publishing.progress import PublishingStopped

_LEVEL = re.compile(r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+")


def run_mkdocs(folder: Path, variables: Mapping[str, str], *arguments: str) -> None:
    """Run `mkdocs` in the folder of a site. Raise `PublishingStopped` with what it reports."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    if run.returncode:
        raise PublishingStopped.because(describe_failure(run.stdout, folder))


def describe_failure(output: str, folder: Path) -> str:
    """Return the warnings and errors in the output of MkDocs, without the temporary folder."""
    lines: list[str] = []
    level = "ERROR"
    for line in output.replace(f"{folder}{os.sep}", "").splitlines():
        if match := _LEVEL.match(line):
            level = match["level"]
        if level not in ("DEBUG", "INFO"):
            lines.append(_LEVEL.sub("", line, count=1))
    return "\n".join(lines).strip() or "MkDocs dừng mà không cho biết lý do."
