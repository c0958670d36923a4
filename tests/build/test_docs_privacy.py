"""Hand-written pages show no private details, unless the page lists them as public."""

import re

import pytest
import yaml

from agenda.build.checks.docs_privacy import check_page

PRIVATE = [
    ("Liên hệ 0912.345.678", "0912.345.678"),
    ("Gửi về a.b@example.vn", "a.b@example.vn"),
    ("[Thư](mailto:a.b@example.vn)", "a.b@example.vn"),
    ("CCCD 042085001234", "042085001234"),
    ("STK 0201000123456", "0201000123456"),
    ("Bà A sinh ngày 12/3/1985", "sinh ngày 12/3/1985"),
    ("Nguyễn Văn Bê khiếu nại", "Nguyễn Văn Bê"),
]


@pytest.mark.parametrize(("text", "words"), PRIVATE)
@pytest.mark.parametrize("head", ["", "---\nhide: [toc]\n---\n", "---\ncong_khai: [x]\n---\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_detail_is_named_with_its_place_until_it_is_listed(
    text: str, words: str, head: str, ending: str
) -> None:
    page = f"{head}# Trang\n\n{text}\n"
    (problem,) = check_page("a.md", page.replace("\n", ending), _metadata(page))
    assert problem.value == words
    assert page.splitlines()[problem.location.line - 1][problem.location.column - 1 :].startswith(
        words
    )
    listed = _follow(problem.remedy, page)
    assert check_page("a.md", listed, _metadata(listed)) == ()


def test_one_paragraph_says_nothing_of_the_next() -> None:
    page = "Tiếp công dân định kỳ\n\nNguyễn Văn Bê, Giám đốc\n"
    assert check_page("a.md", page, {}) == ()


def _metadata(page: str) -> dict[str, object]:
    _, _, rest = page.partition("---\n")
    found: dict[str, object] = yaml.safe_load(rest.partition("---\n")[0]) or {} if rest else {}
    return found


def _follow(remedy: str, page: str) -> str:
    """Return the page after the remedy that lists the words."""
    if more := re.search(r'thêm (".*") vào cong_khai ở đầu tệp$', remedy):
        return page.replace("cong_khai: [x]", f"cong_khai: [x, {more[1]}]")
    if below := re.search(r"ngay dưới dòng --- ở đầu tệp dòng (.*)$", remedy):
        return page.replace("---\n", f"---\n{below[1]}\n", 1)
    (line,) = re.findall(
        r"thêm vào đầu tệp ba dòng: một dòng ---, dòng (.*), một dòng ---$", remedy
    )
    return f"---\n{line}\n---\n{page}"
