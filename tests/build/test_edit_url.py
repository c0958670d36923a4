"""Edit links lead to the sources, wherever those are."""

from pathlib import Path

import pytest

from agenda.build.docs.edit_url import edit_url


@pytest.mark.parametrize(
    ("docs", "agendas", "way"),
    [
        ("docs", "agendas", "../agendas/2021-05.yml"),
        ("docs", "du-lieu/lịch tháng", "../du-lieu/l%E1%BB%8Bch%20th%C3%A1ng/2021-05.yml"),
        ("trang/docs", "lich", "../../lich/2021-05.yml"),
        ("docs", "docs/lich", "lich/2021-05.yml"),
        ("docs", ".", "../2021-05.yml"),
    ],
)
def test_a_source_is_edited_where_it_lies(
    docs: str, agendas: str, way: str, tmp_path: Path
) -> None:
    assert edit_url(tmp_path / docs, tmp_path / agendas, "2021-05.yml") == way
