"""In a year of deploys, every published URL keeps responding with the right content."""

import json
import re
from pathlib import Path

import pytest

from tests.generators.conftest import new_deployment
from tests.generators.reader import Reader, article
from tests.originals import pdf

pytestmark = pytest.mark.long

PDF = pdf("bản ký tháng 5").decode()

MAY = """thang: 2021-05
van_ban: {so: 12/CTr-SKHCN, ngay_ban_hanh: 2021-05-04, tep: tep/2021-05.pdf}
cong_khai: [Nguyễn Văn Bê]
lich:
  - ngay: 4
    sang:
      - {ma: chao, noi_dung: Lễ chào cờ, lanh_dao: Lãnh đạo Sở}
      - {ma: hop, noi_dung: Họp giao ban tháng 5, gio: 8h, lanh_dao: Đ/c An PGĐ}
  - ngay: 5
    chieu:
      - {ma: dan, noi_dung: Tiếp công dân Nguyễn Văn Bê, lanh_dao: Đ/c An PGĐ}
  - ngay: 6-31
"""
FIRST = """thang: 2021-05
van_ban: {so: 15/CTr-SKHCN, ngay_ban_hanh: 2021-05-10}
cong_khai: [Nguyễn Văn Bê]
lich:
  - ngay: 4
    sang: [{ma: chao, noi_dung: Lễ chào cờ, lanh_dao: Lãnh đạo Sở, trang_thai: huy, ly_do: Mưa}]
  - ngay: 5
    chieu:
      - {ma: dan, noi_dung: Tiếp công dân Nguyễn Văn Bê, lanh_dao: Đ/c Minh PGĐ}
  - ngay: 13
    chieu: ["Họp giao ban tháng 5, tháng 6"]
  - ngay: 6-12
  - ngay: 14-31
"""
SECOND = """thang: 2021-05
van_ban: {so: 17/CTr-SKHCN, ngay_ban_hanh: 2021-05-18}
cong_khai: [Nguyễn Văn Bê]
lich:
  - ngay: 4
  - ngay: 5
    chieu:
      - {ma: dan, noi_dung: Tiếp công dân Nguyễn Văn Bê, lanh_dao: Đ/c Minh PGĐ}
  - ngay: 13
    chieu: ["Họp giao ban tháng 5, tháng 6", {ma: moi, noi_dung: Hội thảo khoa học}]
  - ngay: 6-12
  - ngay: 14-31
"""
JUNE = """thang: 2021-06
van_ban: {ngay_ban_hanh: 2021-06-01}
lich:
  - {ngay: 1, sang: [{ma: hoi, noi_dung: Hội nghị, lanh_dao: Đ/c Minh PGĐ}]}
  - ngay: 2-30
"""
DIRECTORY = """
lanh_dao:
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
  - {ma: minh, ten: Minh, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    deployment = new_deployment(tmp_path)
    deployment.write("danh-ba.yml", DIRECTORY)
    return Reader(deployment=deployment)


def test_every_url_ever_published_answers_through_the_whole_story(reader: Reader) -> None:
    deployment = reader.deployment

    # May is published.
    deployment.write("tep/2021-05.pdf", PDF)
    deployment.write("2021-05.yml", MAY)
    reader.deploy()
    assert reader.rows() == {
        "chao": "Lễ chào cờ / Lãnh đạo Sở Lãnh đạo Sở",
        "hop": "08:00 Họp giao ban tháng 5 / Lãnh đạo Sở Đ/c An PGĐ",
        "dan": "Tiếp công dân Nguyễn Văn Bê / Lãnh đạo Sở Đ/c An PGĐ",
    }
    assert "tháng 5" in reader.page("tep/2021-05.pdf")

    # It is amended: one item cancelled, one given to another leader, one moved and reworded.
    deployment.write("2021-05.dc1.yml", FIRST)
    deployment.write_codes()
    reader.deploy()
    assert "ma: hop" in deployment.read("2021-05.dc1.yml")
    assert reader.rows() == {
        "chao": "Đã hủy: Mưa / Lễ chào cờ / Lãnh đạo Sở Lãnh đạo Sở",
        "dan": "Đổi lãnh đạo / Tiếp công dân Nguyễn Văn Bê / Lãnh đạo Sở Đ/c Minh PGĐ",
        "hop": "Đổi ngày Đổi buổi Đổi giờ Sửa nội dung Đổi lãnh đạo "
        "chuyển từ sáng Thứ Ba, 04/5/2021 / Họp giao ban tháng 5, tháng 6",
    }
    first_signed = reader.page("2021/05/ban-goc/")
    assert "Họp giao ban tháng 5<" in first_signed
    assert "noindex" in first_signed

    # It is amended again: one item dropped, one added.
    deployment.write("2021-05.dc2.yml", SECOND)
    deployment.write_codes()
    reader.deploy()
    rows = reader.rows()
    assert rows["chao"].startswith("Không còn trong bản điều chỉnh lần 2 / Lễ chào cờ")
    assert rows["moi"] == "Mới (lần 2) / Hội thảo khoa học"
    assert rows["hop"].endswith("Họp giao ban tháng 5, tháng 6")
    assert article(reader.page("2021/05/ban-goc/")) == article(first_signed)
    assert "Đ/c An PGĐ" in reader.page("2021/05/thay-doi/")

    # June follows, and May is deleted by mistake: nothing is pushed.
    deployment.write("2021-06.yml", JUNE)
    reader.deploy()
    kept = {path.name: path for path in (deployment.folder / "agendas").glob("2021-05*")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in kept.items()}
    for path in kept.values():
        path.unlink()
    before = deployment.live()
    stopped = deployment.deploy()
    assert stopped.code != 0
    assert "/2021/05/ (trang)" in stopped.said
    assert deployment.live() == before
    for name, text in texts.items():
        deployment.write(name, text)
    reader.deploy()

    # A leader's full name becomes known, and gives another URL.
    deployment.edit("danh-ba.yml", "ma: minh, ten: Minh", "ma: le-minh, ten: Lê Minh, ten_cu: minh")
    reader.deploy()
    assert re.search(r'refresh" content="0; url=../../lanh-dao/le-minh/"', page(reader, "minh"))
    assert "Hội nghị" in page(reader, "le-minh")
    assert article(reader.page("2021/05/ban-goc/")) == article(first_signed)

    # A citizen's name, confirmed as public by mistake, is withheld in past revisions as well.
    for name in texts:
        deployment.edit(name, "cong_khai: [Nguyễn Văn Bê]\n", "")
        deployment.edit(name, "Nguyễn Văn Bê", "[không công bố]")
        deployment.edit(name, "Tiếp công dân [không công bố]", '"Tiếp công dân [không công bố]"')
    said = deployment.deploy().said
    assert "ghi tep_da_che: 1 dưới van_ban" in said
    deployment.edit("2021-05.yml", "tep/2021-05.pdf}", "tep/2021-05.pdf, tep_da_che: 1}")
    said = deployment.deploy().said
    assert "chỗ đã đăng sẽ bị đổi mà trang không nói" in said
    deployment.write(
        "da-go.yml",
        "da_go:\n- dia_chi: [/2021/05/ban-goc/, /2021/05/dieu-chinh-1/]\n  ngay: 2021-06-10\n"
        "  ly_do: Có tên riêng của công dân\n",
    )
    reader.deploy("--strict")
    for url in ("2021/05/", "2021/05/ban-goc/", "2021/05/dieu-chinh-1/"):
        text = reader.page(url)
        assert "Nguyễn Văn Bê" not in text
        assert "Tiếp công dân [không công bố]" in text
        assert "Có 1 chỗ ghi" in text
    assert "Có tên riêng của công dân" in reader.page("2021/05/ban-goc/")
    ledger = json.loads(deployment.published("ho-so.json"))["dia_chi"]
    assert ledger["/2021/05/#cv-dan"]["khong_cong_bo"] == 1

    # Deployed once more with nothing changed, the site is the same to the byte.
    tree = deployment.git("rev-parse", "origin/gh-pages^{tree}")
    reader.deploy()
    assert deployment.git("rev-parse", "origin/gh-pages^{tree}") == tree


def page(reader: Reader, code: str) -> str:
    return reader.page(f"lanh-dao/{code}/")
