"""The remedies for lookalike characters lead to a file without errors."""

import re
from pathlib import Path

import pytest

from agenda.model import Problem, Severity
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.yaml.contents import read_lines
from tests.source.cases import Case, load_cases

CASES = {name: case for name, case in load_cases().items() if case.kind == "lookalike"}
TYPED = {
    "gõ dấu hai chấm và một dấu cách": ": ",
    "gõ dấu phẩy và một dấu cách": ", ",
    "gõ dấu gạch nối (phím bên phải số 0)": "-",
    "gõ lại bằng phím cách": " ",
    "bấm Backspace một lần để xóa": "",
}
"""The text that a clerk types, by the end of the remedy."""


def follow(problem: Problem, folder: Path) -> None:
    """Do literally in a file what the remedy says."""
    path = folder / problem.location.file.partition("/")[2]
    lines = read_lines(path)
    number, column = problem.location.line - 1, problem.location.column - 1
    line = lines[number]
    assert line[column] == problem.value
    if "dấu nháy ở hai đầu đoạn chữ" in problem.remedy:
        lines[number] = re.sub("[“”]", '"', line)
    else:
        (typed,) = (keys for end, keys in TYPED.items() if problem.remedy.endswith(end))
        lines[number] = line[:column] + typed + line[column + 1 :]
    path.write_text("\n".join(lines), encoding="utf-8")


def errors(reading: LoadedAgenda) -> list[Problem]:
    return [each for each in reading.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_following_the_remedies_leaves_no_error(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    problems = errors(load_agenda(tmp_path))
    while odd := [each for each in problems if each.kind == "lookalike"]:
        follow(odd[0], tmp_path)
        problems = errors(load_agenda(tmp_path))
    assert [str(each) for each in problems] == []
