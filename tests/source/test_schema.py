"""JSON Schemas are up to date and agree with the reader."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft7Validator

from agenda.model import Severity
from agenda.schema.json_schema import SCHEMAS, make_schema
from agenda.source.file_names import DAYS_OFF, DIRECTORY, WITHDRAWALS
from agenda.source.folder import load_agenda
from tests.project import MAY_2021, REPOSITORY
from tests.source.cases import Case, as_bytes, load_cases
from tests.source.test_codes import months

AGENDAS = sorted(MAY_2021.glob("*.yml"))
PUBLISHED = REPOSITORY / "docs" / "du-lieu"
VALIDATORS = {name: Draft7Validator(make_schema(name)) for name in SCHEMAS}
CASES = load_cases()

STRUCTURAL = {
    "bad-code",
    "bad-day",
    "bad-slot",
    "missing",
    "unknown-choice",
    "unknown-key",
    "wrong-type",
}
"""Kinds of errors that a schema can detect; the others need the reader or other files."""


def schema_of(file: str) -> str:
    named = {
        DIRECTORY: "danh-ba.schema.json",
        DAYS_OFF: "ngay-nghi.schema.json",
        WITHDRAWALS: "da-go.schema.json",
    }
    return named.get(file, "agenda.schema.json")


def objections(file: str, value: Any) -> list[str]:
    return [error.message for error in VALIDATORS[schema_of(file)].iter_errors(value)]


class EditorsLoader(yaml.CSafeLoader):
    """A loader that reads values as YAML 1.2, like editors: dates are texts."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def as_editors_see(text: str) -> Any:
    return yaml.load(text, Loader=EditorsLoader)


def is_refused(file: str, content: Any) -> bool:
    """Return True if the schema refuses the file of a case."""
    try:
        value = as_editors_see(as_bytes(content).decode("utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError):
        return True
    return bool(objections(file, value))


def test_what_is_published_is_what_is_generated(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "agenda.schema.json_schema", str(tmp_path)], check=True)
    generated = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert generated == {name: (PUBLISHED / name).read_bytes() for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(make_schema(name))


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.name)
def test_the_agendas_satisfy_their_schemas(path: Path) -> None:
    text = path.read_text("utf-8")
    assert objections(path.name, yaml.load(text, Loader=yaml.BaseLoader)) == []
    assert objections(path.name, as_editors_see(text)) == []


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.name)
def test_the_agendas_name_their_schemas(path: Path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert named is not None
    assert named[1] == f"../docs/du-lieu/{schema_of(path.name)}"


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=name) for name, case in CASES.items() if case.kind in STRUCTURAL],
)
def test_errors_of_structure_are_seen_by_editors(case: Case) -> None:
    assert [file for file, content in case.files.items() if is_refused(file, content)]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_editors_object_to_nothing_that_is_read_without_an_error(
    case: Case, tmp_path: Path
) -> None:
    folder = tmp_path / "agendas"
    folder.mkdir()
    case.write(folder)
    problems = load_agenda(folder).problems
    wrong = {
        problem.location.file.removeprefix("agendas/")
        for problem in problems
        if problem.severity is Severity.ERROR or problem.kind == "unknown-file"
    }
    right = {
        file: content
        for file, content in case.files.items()
        if file.endswith(".yml") and file not in wrong and "/" not in file
    }
    assert [file for file, content in right.items() if is_refused(file, content)] == []


@given(months())
def test_editors_take_every_shape_of_a_month(text: str) -> None:
    assert objections("2021-05.yml", as_editors_see(text)) == []
