"""Headings are read again if an option changes their ids."""

from pathlib import Path

from agenda.build.docs.ledger import read_anchors
from agenda.cache.store import FileCache


def dashed(text: str, separator: str) -> str:
    return separator.join(text.split())


def numbered(text: str, separator: str) -> str:
    return f"muc{separator}{len(text)}"


def test_another_slugify_function_gives_the_headings_other_ids(tmp_path: Path) -> None:
    ids = []
    for slugify in (dashed, numbered):
        cache = FileCache(tmp_path / "cache")
        ids += read_anchors("## Danh ba", {"toc": {"slugify": slugify}}, cache)
        cache.close()
    assert [name for name, _ in ids] == ["Danh-ba", "muc-7"]
