"""Decoding and composing of YAML: limits that golden cases cannot show."""

import pytest

from agenda.source.yaml.contents import MAX_BYTES, decode_utf_8
from agenda.source.yaml.nodes import MAX_DEPTH, compose
from agenda.source.yaml.problems import ProblemCollector


@pytest.mark.parametrize(("size", "kinds"), [(MAX_BYTES, []), (MAX_BYTES + 1, ["too-large"])])
def test_a_file_may_be_so_large_and_no_larger(size: int, kinds: list[str]) -> None:
    collector = ProblemCollector("agendas/2021-05.yml")
    text = decode_utf_8(b"#" * size, collector)
    assert [problem.kind for problem in collector.problems] == kinds
    assert text == (None if kinds else "#" * size)


@pytest.mark.parametrize(("depth", "kinds"), [(MAX_DEPTH, []), (MAX_DEPTH + 1, ["too-deep"])])
@pytest.mark.parametrize(
    "shape", ["brackets", "brackets after others", "dashes", "dashes in a file of an old Mac"]
)
def test_a_file_may_be_so_deep_and_no_deeper(shape: str, depth: int, kinds: list[str]) -> None:
    text = {
        "brackets": "[" * depth + "]" * depth,
        "brackets after others": "[" + "[], " * 50 + "[" * (depth - 1) + "]" * depth,
        "dashes": "- " * depth + "x",
        "dashes in a file of an old Mac": "# x\r" + "- " * depth + "x",
    }[shape]
    collector = ProblemCollector("agendas/2021-05.yml")
    assert (compose(text, collector) is None) == bool(kinds)
    assert [problem.kind for problem in collector.problems] == kinds


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert (
        decode_utf_8(b"\xef\xbb\xbfthang", ProblemCollector("x"))
        == decode_utf_8(b"thang", ProblemCollector("x"))
        == "thang"
    )
