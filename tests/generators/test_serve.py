"""`mkdocs serve` shows what is being edited and outlives mistakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.generators.serving import Server, served
from tests.project import Project

MAY = "agendas/2021-05.yml"
DAY = "2021/05/"


@pytest.fixture
def server(project: Project, tmp_path: Path) -> Iterator[Server]:
    with served(project, tmp_path / "log") as server:
        server.wait_for_page(DAY, "Lễ chào cờ")
        yield server


def test_pages_of_every_kind_are_served(server: Server) -> None:
    assert {path: server.page(path) is not None for path in ("", "lanh-dao/binh/", "2021/")} == {
        "": True,
        "lanh-dao/binh/": True,
        "2021/": True,
    }
    assert server.page("2021/06/") is None


def test_a_preview_says_that_it_is_one_and_a_built_site_does_not(server: Server) -> None:
    assert "Bản xem thử" in (server.page("") or "")
    assert server.project.build().code == 0
    assert "Bản xem thử" not in server.project.read("site/index.html")


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (MAY, "Lễ chào cờ", "Lễ chào cờ đầu tháng", DAY),
        ("agendas/danh-ba.yml", "NTM: Nông thôn mới", "NTM: Nông thôn kiểu mới", "chu-viet-tat/"),
        ("overrides/agenda/year.html", "Chưa đăng", "Còn chờ", "2021/"),
        ("docs/gioi-thieu.md", "# Giới thiệu", "# Đôi lời", "gioi-thieu/"),
    ],
)
def test_an_edit_is_shown(server: Server, file: str, old: str, new: str, path: str) -> None:
    assert new not in (server.page(path) or new)
    server.project.replace(file, old, new)
    server.wait_for_page(path, new.removeprefix("# ").removeprefix("NTM: "), edited=file)


def test_a_new_month_is_shown(server: Server) -> None:
    june = "thang: 2021-06\nvan_ban: {ngay_ban_hanh: 2021-06-01}\nlich: [{ngay: 1, sang: Họp}]\n"
    server.project.write("agendas/2021-06.yml", june)
    server.wait_for_page("", "Tháng 6 năm 2021", edited="agendas/2021-06.yml")


def test_a_mistake_is_told_and_mending_it_is_enough(server: Server) -> None:
    server.project.replace(MAY, "ngay: 1-3", "ngay: 3-1")
    server.wait_until_said(f"{MAY}:29:11: lỗi: Ngày 3-1 › Ngày: ", edited=MAY)
    assert server.is_running
    assert "Traceback" not in server.said
    server.project.replace(MAY, "ngay: 3-1", "ngay: 1-2")
    server.wait_for_page(DAY, "Thứ Bảy, 01/5 – Chủ nhật, 02/5", edited=MAY)


def test_a_mistake_is_shown_at_every_url_until_it_is_mended(server: Server) -> None:
    server.project.replace(MAY, "noi_dung: Lễ chào cờ", "noi_dungg: <b>Lễ chào cờ")
    server.wait_for_problems("2021/", "không có khóa &quot;noi_dungg&quot;", edited=MAY)
    assert '<meta http-equiv="refresh" content="2">' in (server.problems("lanh-dao/") or "")
    server.project.replace("mkdocs.yml", "theme:", "theme: [")
    server.wait_for_problems("2021/", "mkdocs.yml", edited="mkdocs.yml")
    server.project.replace("mkdocs.yml", "theme: [", "theme:")
    server.project.replace(MAY, "noi_dungg: <b>Lễ chào cờ", "noi_dung: Lễ chào cờ")
    server.wait_for_page(DAY, "Lễ chào cờ", edited=MAY)
    assert server.problems("lanh-dao/") is None


def test_a_preview_has_the_codes_to_come_and_writes_none(server: Server) -> None:
    server.project.replace(
        MAY, "- ma: gdmm\n        noi_dung: Lễ chào cờ", "- noi_dung: Lễ chào  cờ"
    )
    edited = server.project.read(MAY)
    server.wait_for_page(DAY, "Lễ chào  cờ", edited=MAY)
    assert 'id="cv-gdmm"' in (server.page(DAY) or "")
    assert server.project.read(MAY) == edited
