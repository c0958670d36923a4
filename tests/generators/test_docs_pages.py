"""Hand-written pages in a real build, with file names from any system."""

import json
from unicodedata import normalize

from tests.project import Project

GUIDE = "# Dẫn đường\n\n![Ảnh](ảnh.png)\n\n[Về trước](index.md)\n"


def test_what_is_named_with_marks_apart_stands_where_links_lead(project: Project) -> None:
    project.write(normalize("NFD", "docs/huong-dan/dẫn đường.md"), normalize("NFD", GUIDE))
    project.write(normalize("NFD", "docs/huong-dan/ảnh.png"), "x")
    project.replace("docs/huong-dan/index.md", "\n# ", "\n[Đường](<dẫn đường.md>)\n\n# ")
    project.replace(
        "mkdocs.yml", "  - gioi-thieu.md", "  - huong-dan/dẫn đường.md\n  - gioi-thieu.md"
    )
    run = project.build("--strict", SITE_URL="https://example.invalid/")
    assert run.code == 0, run.output
    page = (project.site / "huong-dan/dẫn đường/index.html").read_text("utf-8")
    assert "Dẫn đường" in page
    assert (project.site / "huong-dan/ảnh.png").read_text("utf-8") == "x"
    ledger = json.loads((project.site / "ho-so.json").read_text("utf-8"))
    assert "/huong-dan/dẫn đường/" in ledger["dia_chi"]


def test_a_guide_may_link_to_a_day_and_is_warned_of_one_that_is_not(project: Project) -> None:
    project.replace(
        "docs/gioi-thieu.md",
        "\n# ",
        "\n[a](2021/05/index.md#ngay-04) [b](2021/05/index.md#ngay-32)\n\n# ",
    )
    run = project.build("--strict", SITE_URL="https://example.invalid/")
    assert run.code == 1
    assert "'2021/05/index.md#ngay-32'" in run.output
    assert "ngay-04" not in run.output
