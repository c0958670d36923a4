"""An incremental rebuild equals a full build."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agenda.generators.mkdocs.incremental import stamp
from tests.generators.serving import Server, served
from tests.project import Project

MAY = "agendas/2021-05.yml"
PAGE = "docs/gioi-thieu.md"
RENEWED = "Đã dựng lại"
BUILT = "Documentation built"

EDITS = (
    (MAY, "noi_dung: Lễ chào cờ", "noi_dung: Lễ chào cờ <đầu tháng> & họp"),
    (MAY, "lanh_dao: Đ/c Hoàn PGĐ", "lanh_dao: Đ/c Trọng PGĐ"),
    (MAY, "chuan_bi: Tự vệ cơ quan", "chuan_bi: Tự vệ cơ quan\n        trang_thai: hoan"),
    ("agendas/danh-ba.yml", "NTM: Nông thôn mới", "NTM: Nông thôn kiểu mới"),
)


@pytest.fixture
def server(project: Project, tmp_path: Path) -> Iterator[Server]:
    with served(project, tmp_path / "log") as server:
        server.wait_for_page("2021/05/", "Lễ chào cờ")
        yield server


def test_what_an_edit_touches_is_made_anew_as_a_whole_build_makes_it(server: Server) -> None:
    sites = [server.site]
    for file, old, new in EDITS:
        said = server.wait_for_rebuild(file, old, new)
        assert (RENEWED in said, BUILT in said) == (True, False)
        assert server.site not in sites
        sites.append(server.site)
    assert BUILT in server.wait_for_rebuild(PAGE, "# Giới", "# Giới")
    assert server.site == sites[-1]
    for file, old, new in reversed(EDITS):
        assert server.site == sites.pop()
        assert RENEWED in server.wait_for_rebuild(file, new, old)
    assert [server.site] == sites


def test_what_a_list_of_all_pages_says_takes_a_whole_build(server: Server) -> None:
    said = server.wait_for_rebuild(MAY, "ngay_ban_hanh: 2021-05-04", "ngay_ban_hanh: 2021-05-03")
    assert (RENEWED in said, BUILT in said) == (False, True)


def test_after_a_mistake_all_is_made_anew(server: Server) -> None:
    server.project.replace(MAY, "noi_dung: Lễ chào cờ", "noi_dungg: Lễ chào cờ")
    server.wait_for_problems("2021/05/", "noi_dungg", edited=MAY)
    said = server.wait_for_rebuild(MAY, "noi_dungg: Lễ chào cờ", "noi_dung: Lễ chào cờ")
    assert BUILT in said
    assert "Lễ chào cờ" in (server.page("2021/05/") or "")


def test_a_mistake_is_told_once(server: Server) -> None:
    server.wait_for_rebuild(*EDITS[-1])  # from here on it watches
    server.project.replace(MAY, "noi_dung: Lễ chào cờ", "noi_dungg: Lễ chào cờ")
    server.wait_for_problems("2021/05/", "noi_dungg")
    assert server.said.count("chưa dựng được trang") == 1


def test_a_file_that_an_editor_took_away_is_no_longer_seen(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("x", "utf-8")
    assert stamp([tmp_path, tmp_path / "gone"]).keys() == {str(kept)}
