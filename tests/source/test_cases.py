"""Every error and warning: YAML in, problems out."""

import ast
from pathlib import Path

import pytest
import yaml

import agenda.source
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.yaml import nodes
from tests.source.cases import Case, load_cases

CASES = load_cases()
SOURCES = tuple(Path(next(iter(agenda.source.__path__))).rglob("*.py"))
SYNTAX = {"yaml-syntax", "yaml-tab"}


def read(case: Case, folder: Path) -> LoadedAgenda:
    agendas = folder / "agendas"
    agendas.mkdir()
    case.write(agendas)
    return load_agenda(agendas)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_files_give_exactly_their_problems(case: Case, tmp_path: Path) -> None:
    reading = read(case, tmp_path)
    assert [str(problem) for problem in reading.problems] == case.problems
    assert case.kind is None or case.kind in {problem.kind for problem in reading.problems}


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=name) for name, case in CASES.items() if case.kind not in SYNTAX],
)
def test_files_give_the_same_without_libyaml(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "Loader", yaml.SafeLoader)
    assert [str(problem) for problem in read(case, tmp_path).problems] == case.problems


def test_every_kind_of_problem_has_a_case() -> None:
    assert kinds_in_the_source() == {case.kind for case in CASES.values() if case.kind}


def test_every_case_says_something_of_its_own() -> None:
    names = [case.name for case in CASES.values()]
    assert len(set(names)) == len(names)


def kinds_in_the_source() -> set[str]:
    """Return the literal kinds in all calls that report a problem."""
    return {
        kind
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (kind := kind_reported(node)) is not None
    }


def kind_reported(node: ast.AST) -> str | None:
    match node:
        case (
            ast.Call(
                func=ast.Attribute(attr="error" | "warning") | ast.Name(id="ValueProblem"),
                args=[ast.Constant(value=str() as kind), *_],
            )
            | ast.keyword(arg="kind", value=ast.Constant(value=str() as kind))
        ):
            return kind
    return None
