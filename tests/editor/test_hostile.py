"""Words that look like markup or code stay words, wherever a file has them."""

import shutil

import pytest

from tests.editor.conftest import Office, words

MARKUP = "<img src=x onerror=alert(1)>\"'></textarea><script>alert(2)</script>{{7*7}}"
QUOTED = MARKUP.replace("'", "''")
DIRECTORY = f"""\
lanh_dao:
  - {{ma: an, ten: 'An {QUOTED}', chuc_vu: [{{ten: 'P {QUOTED}', viet_tat: 'PGĐ{QUOTED}'}}]}}
co_quan:
  - {{ma: vp, ten: 'VP {QUOTED}', viet_tat: ['V {QUOTED}']}}
nhom:
  - {{ma: nhom, ten: 'N {QUOTED}'}}
viet_tat:
  'X': '{QUOTED}'
"""
MONTH = f"""\
thang: 2021-06
van_ban: {{so: '{QUOTED}', ngay_ban_hanh: 2021-06-01, noi_ban_hanh: '{QUOTED}',
  nguoi_ky: '{QUOTED}', chuc_vu: '{QUOTED}', nguon: '{QUOTED}'}}
trong_tam: ['{QUOTED}']
luu_y: '{QUOTED}'
lich:
  - ngay: 1
    sang:
      - {{ma: b2, noi_dung: '{QUOTED}', dia_diem: '{QUOTED}', thanh_phan: '{QUOTED}',
         ghi_chu: '{QUOTED}', chuan_bi: 'VP {QUOTED}', lanh_dao: ['Lạ {QUOTED}', 'An {QUOTED}']}}
      - {{ma: b3, noi_dung: 'Hai {QUOTED}', trang_thai: huy, ly_do: '{QUOTED}'}}
  - ngay: 2-30
    nghi: '{QUOTED}'
noi_nhan: ['{QUOTED}']
"""
PAGES = (
    "/",
    "/thang/2021-06/",
    "/thang/2021-06/viec/b2/",
    "/thang/2021-06/viec/b3/tinh-trang/?la=huy",
    "/thang/2021-06/phan-dau/",
    "/thang/2021-06/viec/moi/?ngay=%3Cscript%3Ealert(2)%3C/script%3E",
    "/danh-ba/",
    "/danh-ba/an/sua/",
    "/danh-ba/an/chuc-vu/",
    "/danh-ba/hop-nhat/",
    "/nhap/",
    "/khong-co/<script>alert(2)</script>",
)


def assert_only_words(page: str) -> None:
    for markup in ("<img src=x", "<script>alert", "49", "</textarea><script"):
        assert markup not in page.replace("7*7", "") or markup == "49", markup
    assert "{{7*7}}" in page or "7*7" not in page


@pytest.mark.parametrize("path", PAGES)
def test_markup_in_a_file_is_shown_as_words(office: Office, path: str) -> None:
    agendas = office.project.folder / "agendas"
    (agendas / "danh-ba.yml").write_text(DIRECTORY, encoding="utf-8")
    (agendas / "2021-06.yml").write_text(MONTH, encoding="utf-8")
    (agendas / "2021-05.yml").unlink()
    response = office.get(path)
    assert response.status_code in (200, 404), words(response)
    assert_only_words(response.text)


def test_markup_in_names_of_files_and_in_their_problems_is_shown_as_words(office: Office) -> None:
    agendas = office.project.folder / "agendas"
    (agendas / "<img src=x onerror=alert(1)>.yml").write_text("a: [", encoding="utf-8")
    (agendas / "2021-06.yml").write_text(f"thang: '{QUOTED}'\n'{QUOTED}': 1\n", encoding="utf-8")
    for path in ("/", "/thang/2021-06/"):
        page = office.get(path)
        assert "img src=x" in page.text
        assert_only_words(page.text)


BROKEN = {
    "utf-16": "thang: 2021-05\nlich: []\n".encode("utf-16"),
    "windows-1258": "thang: 2021-05\nluu_y: Đăng\n".encode("cp1258"),
    "merge": b"<<<<<<< HEAD\nthang: 2021-05\n=======\nthang: 2021-05\n>>>>>>> origin/main\n",
    "empty": b"",
    "zeros": b"\0" * 1000,
    "bomb": b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (i, i) for i in range(30)),
    "deep": b"[" * 5000,
    "large": b"# x\n" * 3_000_000,
}


@pytest.mark.parametrize("name", ["2021-05.yml", "danh-ba.yml", "ngay-nghi.yml", "da-go.yml"])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_cannot_be_read_breaks_no_page(office: Office, name: str, kind: str) -> None:
    path = office.project.folder / "agendas" / name
    path.write_bytes(BROKEN[kind])
    for url in (
        "/",
        "/thang/2021-05/",
        "/danh-ba/",
        "/nhap/",
        "/thang-moi/",
        "/danh-ba/them/nhom/",
        f"/tep/{name}/",
    ):
        assert office.get(url).status_code < 500, url
    if name == "danh-ba.yml" and kind not in ("empty", "large"):
        assert "Chưa đọc được danh bạ" in words(office.get("/danh-ba/"))
    item = {"goc": "{}", "noi_dung": "x", "ngay": "4", "buoi": "sang"}
    for url in ("/thang/2021-05/viec/moi/", "/thang/2021-05/viec/dm8r/", "/danh-ba/them/nhom/"):
        assert office.post(url, {**item, "ten": "Nhóm mới"}).status_code < 500, url
    if name != "danh-ba.yml" and name != "2021-05.yml":
        assert path.read_bytes() == BROKEN[kind]


def test_the_editor_works_without_git(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert shutil.which("git") is None
    for url in ("/", "/thang/2021-05/", "/danh-ba/", "/dang/"):
        assert office.get(url).status_code == 200, url
    assert office.post("/danh-ba/them/nhom/", {"ten": "Nhóm mới"}).status_code == 303


@pytest.mark.parametrize("number", ["²", "5" * 5000, "-1", ""])
def test_a_number_that_is_none_is_named_at_its_field(office: Office, number: str) -> None:
    for month, year in ((number, "2021"), ("6", number)):
        values = {"thang": month, "nam": year, "ngay_ban_hanh": "1/6/2021"}
        response = office.post("/thang-moi/", values)
        assert response.status_code == 422
        assert 'aria-invalid="true"' in response.text
