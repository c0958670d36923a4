"""Test the comments in which an import asks for review: they are found and removed whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.importer.output.yaml_text import comment
from agenda.source.writing.review_comments import remove_review_comments, report_review_comments
from agenda.source.yaml.problems import ProblemCollector

WORDS = st.lists(st.text("abcđ:#-", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@given(st.lists(st.tuples(WORDS, st.integers(0, 8)), max_size=4))
def test_any_comment_of_an_import_is_removed_whole(
    line_break: str, comments: list[tuple[str, int]]
) -> None:
    lines, kept = [], []
    for number, (words, indent) in enumerate(comments):
        kept.append(f"{' ' * indent}khoa_{number}: chữ  # ghi chú của người nhập")
        lines += [*comment(words, indent), kept[-1]]
    text = line_break.join([*lines, ""])
    assert remove_review_comments(text) == (line_break.join([*kept, ""]), len(comments))
    collector = ProblemCollector("")
    report_review_comments(text, collector)
    assert len(collector.problems) == bool(comments)


def test_comments_of_people_stay() -> None:
    text = (
        "# đầu tệp\n  # kiểm tra: một hai\n  #   ba bốn\n  # của người nhập\n"
        "  - ngay: 4 # kiểm tra: x\n    # kiểm tra: năm\n    #sáu\n    # bảy"
    )
    assert remove_review_comments(text) == (
        "# đầu tệp\n  # của người nhập\n  - ngay: 4 # kiểm tra: x\n    #sáu\n    # bảy",
        2,
    )


def test_a_comment_may_end_the_file() -> None:
    assert remove_review_comments("a: b\n# kiểm tra: x") == ("a: b\n", 1)
