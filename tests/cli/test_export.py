"""`agenda export` writes the whole site or nothing, and never over anything else."""

import json
import re
from pathlib import Path

import pytest

from agenda.source import withdrawals
from tests.cli.conftest import Agenda
from tests.project import REPO_URL, Project, contents

pytestmark = pytest.mark.build

MAY = "agendas/2021-05.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Enter a copy of the project without a public URL."""
    made = Project.copy_to(tmp_path / "lich")
    monkeypatch.chdir(made.folder)
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    return made


def left_alone(project: Project) -> bool:
    """Return True if nothing was written."""
    return sorted(path.name for path in project.folder.parent.iterdir()) == ["lich"]


def test_it_says_what_it_wrote_and_how_to_go_on(project: Project, agenda: Agenda) -> None:
    run = agenda("export", "../xuat")
    assert (run.status, run.err) == (0, "")
    files = contents(project.folder.parent / "xuat")
    pages = [name for name in files if name.endswith(".md")]
    assert run.out.splitlines() == [
        "Thư mục này không thuộc kho git: không đối chiếu địa chỉ nào với trang đang đăng.",
        "Chưa đặt site_url trong mkdocs.yml: trang sẽ thiếu địa chỉ chính thức và sơ đồ trang.",
        f"Đã xuất {len(pages)} trang và {len(files) - len(pages)} tệp khác ra ../xuat.",
        "Dựng trang: đứng ở ../xuat, chạy zensical build",
    ]
    assert sorted(path.name for path in project.folder.parent.iterdir()) == ["lich", "xuat"]


def test_it_is_found_from_any_folder_of_the_project(
    project: Project, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder / "agendas")
    assert agenda("export", "../../xuat").status == 0
    assert "docs/2021/05/index.md" in contents(project.folder.parent / "xuat")


def test_an_export_takes_the_place_of_the_one_before(project: Project, agenda: Agenda) -> None:
    assert agenda("export", "../xuat").status == 0
    exported = project.folder.parent / "xuat"
    before = contents(exported)
    (exported / "docs/cu.html").write_text("của lần trước", encoding="utf-8")
    (exported / "site").mkdir()
    (exported / "site/cu.html").write_text("của lần trước", encoding="utf-8")
    (exported / ".git").write_text("giữ lại", encoding="utf-8")
    assert agenda("export", "../xuat").status == 0
    assert contents(exported) == {**before, ".git": "giữ lại".encode()}


def test_standing_in_an_export_one_exports_the_project_that_holds_it(
    project: Project, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agenda("export", "build").status == 0
    monkeypatch.chdir(project.folder / "build")
    assert agenda("export", "../../xuat").status == 0


def test_warnings_are_counted_and_the_way_to_them_is_told(project: Project, agenda: Agenda) -> None:
    project.replace(MAY, "noi_dung: Lễ chào cờ", "noi_dung: Lễ chào cờ đầu xu6an")
    run = agenda("export", "../xuat")
    warned = agenda("check").out.count(": cảnh báo: ")
    assert f"Dữ liệu có {warned} cảnh báo; xem bằng lệnh: agenda check\n" in run.out


def test_an_empty_folder_will_do(project: Project, agenda: Agenda) -> None:
    (project.folder.parent / "xuat").mkdir()
    assert agenda("export", "../xuat").status == 0


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (".", ". đang chứa thứ khác; hãy chọn thư mục chưa có hoặc còn trống"),
        ("agendas", "agendas nằm trong agendas, nơi chứa nguồn của trang"),
        ("docs/xuat", "docs/xuat nằm trong docs, nơi chứa nguồn của trang"),
        ("mkdocs.yml", "mkdocs.yml là một tệp, không phải thư mục"),
    ],
)
def test_it_never_writes_where_anything_else_is(
    where: str, said: str, project: Project, agenda: Agenda
) -> None:
    before = contents(project.folder)
    run = agenda("export", where)
    assert (run.status, run.out) == (2, "")
    assert run.err == f"Lỗi: {said}.\nXem cách dùng: agenda export --help\n"
    assert contents(project.folder) == before


def test_outside_a_project_there_is_nothing_to_export(
    tmp_path: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = agenda("export", "xuat")
    assert run.status == 2
    assert "không thấy mkdocs.yml trong" in run.err


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (MAY, "thang: 2021-05", "thang: 2021-13", "lỗi trong dữ liệu, chưa xuất được:\nagendas/"),
        ("mkdocs.yml", "site_name:", "site_nam:", "Lỗi: mkdocs.yml: site_name: chưa ghi.\n"),
        ("mkdocs.yml", "  - nhom/", "  - nhon/", "nav: không có trang nhon/index.md.\n"),
        ("mkdocs.yml", "agency:", "agendas: khac\n      agency:", "Không có thư mục"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    file: str, old: str, new: str, said: str, project: Project, agenda: Agenda
) -> None:
    project.replace(file, old, new)
    run = agenda("export", "../xuat")
    assert (run.status, run.out) == (1, "")
    assert said in run.err
    assert left_alone(project)


def test_private_details_in_pages_are_told(project: Project, agenda: Agenda) -> None:
    project.write("docs/lien-he.md", "# Liên hệ\n\n0912.345.678\n")
    told = 'docs/lien-he.md:3:1: lỗi: "0912.345.678" giống số điện thoại'
    run = agenda("export", "../xuat")
    assert run.status == 1
    assert told in run.err
    assert left_alone(project)
    run = agenda("check")
    assert run.status == 1
    assert told in run.out
    assert agenda("check", MAY).status == 0
    project.write("docs/lien-he.md", '---\ncong_khai: ["0912.345.678"]\n---\n0912.345.678\n')
    assert agenda("check").status == 0


def test_an_item_without_a_code_has_no_url_yet(project: Project, agenda: Agenda) -> None:
    project.replace(MAY, "- ma: gdmm\n        noi_dung", "- noi_dung")
    run = agenda("export", "../xuat")
    assert (run.status, run.err) == (
        1,
        "Có việc chưa có mã, nên chưa có địa chỉ cố định. Ghi mã rồi xuất lại: "
        "agenda check --fix\n",
    )
    assert left_alone(project)
    assert agenda("check", "--fix").status == 0
    assert agenda("export", "../xuat").status == 0


def test_two_pages_at_one_url_are_told(project: Project, agenda: Agenda) -> None:
    project.write("docs/2021/05.md", "# Tháng năm\n")
    run = agenda("export", "../xuat")
    assert run.status == 1
    assert run.err.startswith("Hai trang cùng có địa chỉ /2021/05/")
    assert left_alone(project)


def test_no_url_leaves_the_folder_of_the_pages(
    project: Project, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withdrawals, "parse_url", lambda text: text.removeprefix("/"))
    project.write(
        "agendas/da-go.yml", "da_go: [{dia_chi: /../evil/, ngay: 2021-06-01, ly_do: Sai}]"
    )
    run = agenda("export", "../xuat")
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith("Địa chỉ /../evil/index.md dẫn ra ngoài thư mục của trang")
    assert left_alone(project)


def test_sources_are_edited_where_the_agendas_lie(
    project: Project, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", REPO_URL)
    (project.folder / "du-lieu").mkdir()
    (project.folder / "agendas").rename(project.folder / "du-lieu/lich")
    project.replace("mkdocs.yml", "agency:", "agendas: du-lieu/lich\n      agency:")
    assert agenda("export", "../xuat").status == 0
    for page, file in (("2021/05", "2021-05.yml"), ("lanh-dao/binh", "danh-ba.yml")):
        written = project.folder.parent.joinpath(f"xuat/docs/{page}/index.md").read_text("utf-8")
        assert f'\nedit: "{REPO_URL}/edit/main/du-lieu/lich/{file}"\n' in written


def test_a_link_that_leads_nowhere_is_told(project: Project, agenda: Agenda) -> None:
    links = (
        *("b.md", "b.md#d", "du-lieu/index.md", "du-lieu/index.md#khong-co", "#d-e", "#khong"),
        *("2021/05/index.md#ngay-04", "2021/05/index.md#ngay-32", "du-lieu/thang.schema.json#x"),
    )
    text = "# Giới thiệu\n\n## Đ e\n\n" + " ".join(f"[a]({link})" for link in links)
    project.write("docs/gioi-thieu.md", text)
    run = agenda("export", "../xuat")
    assert run.status == 0
    assert re.findall(r"gioi-thieu.md: liên kết tới (.*), nhưng không có gì ở đó\.", run.out) == [
        "/b/",
        "/2021/05/#ngay-32",
        "/du-lieu/#khong-co",
        "/gioi-thieu/#khong",
    ]


def test_a_published_url_is_never_lost(project: Project, agenda: Agenda) -> None:
    assert agenda("export", "../xuat").status == 0
    ledger = json.loads(project.folder.parent.joinpath("xuat/docs/ho-so.json").read_text("utf-8"))
    standing = ledger["dia_chi"]["/2021/05/"]
    ledger["dia_chi"]["/2020/01/"] = standing
    project.write("ho-so-cu.json", json.dumps(ledger))
    project.replace("mkdocs.yml", "agency:", "ledger: ho-so-cu.json\n      agency:")
    before = contents(project.folder.parent / "xuat")
    run = agenda("export", "../xuat")
    assert run.status == 1
    assert "1 địa chỉ đã đăng sẽ mất:\n  /2020/01/ (trang)\n" in run.err
    assert contents(project.folder.parent / "xuat") == before


def test_the_record_is_never_renamed(project: Project, agenda: Agenda) -> None:
    assert agenda("export", "../xuat").status == 0
    before = contents(project.folder.parent / "xuat")
    project.write("ho-so-cu.json", before["docs/ho-so.json"].decode())
    project.replace("mkdocs.yml", "agency:", "ledger: ho-so-cu.json\n      agency:")
    assert agenda("export", "../xuat").status == 0
    name = json.loads(before["docs/ho-so.json"])["ten_du_lieu"]
    project.replace("mkdocs.yml", f"record: {name}", "record: ten-khac")
    run = agenda("export", "../xuat")
    assert run.status == 1
    assert run.err.endswith(f'ghi lại đúng dòng sau:\n      record: "{name}"\n')
    assert contents(project.folder.parent / "xuat") == before
