"""Test small papers, each with one peculiarity that real papers have."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from tests.importer.documents.plain import plain_document
from tests.importer.draft_lines import doubt_kinds, draft_lines

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/small_papers.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["paper"] for case in CASES])
def test_a_small_paper_is_read_or_refused(case: dict[str, Any]) -> None:
    document = plain_document(case["text"])
    if "refused" in case:
        with pytest.raises(ImportRefused, match=case["refused"]):
            interpret_document(document)
        return
    result = interpret_document(document)
    assert {"items": items(result), "doubts": doubt_kinds(result)} == {
        "items": case["items"],
        "doubts": case.get("doubts", []),
    }


def items(result: ImportResult) -> list[str]:
    """Return the lines of all drafts; those of several months begin with their month."""
    if len(result.drafts) == 1:
        return draft_lines(result.drafts[0])
    return [f"{draft.month} {line}" for draft in result.drafts for line in draft_lines(draft)]
