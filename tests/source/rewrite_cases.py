"""Rewrite the expected problems of golden cases: `python -m tests.source.rewrite_cases FILE…`.

Run it after a change of messages, then read the diff: it is the test.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from agenda.source.folder import load_agenda
from tests.source.cases import Case

KEY = "problems:"


def rewrite(path: Path) -> bool:
    """Put the problems that the case has now at its end; return whether the file changed."""
    text = path.read_text("utf-8")
    head, _, _ = text.partition(f"\n{KEY}")
    case = Case(**{**yaml.safe_load(text), "problems": []})
    with TemporaryDirectory() as name:
        folder = Path(name) / "agendas"
        folder.mkdir()
        case.write(folder)
        problems = [str(problem) for problem in load_agenda(folder).problems]
    lines = [f"{KEY}", *(f"  - {_quote(each)}" for each in problems)] if problems else [f"{KEY} []"]
    rewritten = "\n".join([head.rstrip("\n"), *lines, ""])
    path.write_text(rewritten, "utf-8", newline="")
    return rewritten != text


def _quote(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if rewrite(Path(argument)):
            sys.stdout.write(f"{argument}\n")
