"""A deploy refuses to show other content at a published URL than the one that was published."""

import json
from pathlib import Path

import pytest

from tests.generators.conftest import new_deployment
from tests.generators.deployment import Deployment
from tests.generators.test_ledger_check import publish, stopped
from tests.originals import pdf

DIRECTORY = """lanh_dao:
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
  - {ma: le-minh, ten: Lê Minh, ten_cu: minh, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
  - {ma: thanh-tra, ten: Thanh tra}
  - {ma: tai-chinh, ten: Phòng Tài chính}
"""
MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04, tep: tep/2021-05.pdf}
lich:
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Lễ chào cờ, chuan_bi: Văn phòng}
      - {ma: b2, noi_dung: Hợp giao ban, chuan_bi: Thanh tra}
      - {ma: b3, noi_dung: Kiểm kê tài sản, chuan_bi: Phòng Tài chính}
      - {ma: b4, noi_dung: Hội nghị tổng kết, trang_thai: huy, ly_do: Mưa}
  - ngay: 5
    chieu:
      - {ma: b5, noi_dung: Hợp tổ soạn thảo}
      - {ma: b6, noi_dung: "Làm việc với [không công bố]"}
  - ngay: 6-31
"""
WITHDRAWN = "      - {ma: b0, noi_dung: Tập huấn phần mềm}\n"
JUNE = """thang: 2021-06
van_ban: {ngay_ban_hanh: 2021-06-01, tep: tep/2021-06.pdf}
lich:
  - {ngay: 1, sang: [{ma: c1, noi_dung: Hội nghị}]}
  - ngay: 2-30
"""


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """Two months, published; then one item is withdrawn with a declaration."""
    deployment = new_deployment(tmp_path_factory.mktemp("published"))
    deployment.write("danh-ba.yml", DIRECTORY)
    deployment.write("tep/2021-05.pdf", pdf("Làm việc với").decode())
    deployment.write("tep/2021-06.pdf", pdf("Hội nghị").decode())
    may = MAY.replace("2021-05.pdf}", "2021-05.pdf, tep_da_che: 1}")
    deployment.write("2021-05.yml", may.replace("      - {ma: b5", f"{WITHDRAWN}      - {{ma: b5"))
    deployment.write("2021-06.yml", JUNE)
    first = deployment.deploy()
    assert first.code == 0, first.said
    deployment.write("2021-05.yml", may)
    deployment.write(
        "da-go.yml", "da_go:\n- {dia_chi: /2021/05/#cv-b0, ngay: 2021-05-05, ly_do: Đăng nhầm}\n"
    )
    second = deployment.deploy()
    assert second.code == 0, second.said
    return deployment


@pytest.fixture
def published(published_once: Deployment, tmp_path: Path) -> Deployment:
    return published_once.copy_to(tmp_path)


def amendment(may: str) -> str:
    """Return the text of the month as an amendment, without the signed file."""
    return may.replace("05-04, tep: tep/2021-05.pdf", "05-11")


def test_a_published_status_is_not_removed(published: Deployment) -> None:
    published.edit("2021-05.yml", ", trang_thai: huy, ly_do: Mưa", "")
    assert "/2021/05/#cv-b4 (chỗ trên trang: lý do, tình trạng)" in stopped(published)


def test_old_documents_stay_as_published_when_another_follows(published: Deployment) -> None:
    published.write("2021-05.dc1.yml", amendment(MAY).replace("Kiểm kê", "Kiểm tra"))
    first = published.deploy()
    assert first.code == 0, first.said
    second = published.read("2021-05.dc1.yml").replace("05-11", "05-18")
    published.write("2021-05.dc2.yml", second)
    published.edit("2021-05.dc1.yml", "Lễ chào cờ", "Lễ mít tinh")
    published.edit("2021-05.yml", "ly_do: Mưa", "ly_do: Mưa lớn")
    said = stopped(published)
    assert "/2021/05/#cv-b1 (chỗ trên trang: nội dung)" in said
    assert "/2021/05/ban-goc/ (trang)" in said


def test_three_rotated_codes_of_the_directory_are_refused(published: Deployment) -> None:
    names = ("Văn phòng", "Thanh tra", "Phòng Tài chính")
    text = published.read("danh-ba.yml")
    for number, name in enumerate(names):
        text = text.replace(f"ten: {name}", f"ten: tên {number}")
    for number in range(3):
        text = text.replace(f"ten: tên {number}", f"ten: {names[(number + 1) % 3]}")
    published.write("danh-ba.yml", text)
    said = stopped(published)
    assert "/co-quan/van-phong/ (trang: nay dẫn tới Thanh tra)" in said
    assert "/co-quan/thanh-tra/ (trang: nay dẫn tới Phòng Tài chính)" in said
    assert "/co-quan/tai-chinh/ (trang: nay dẫn tới Văn phòng)" in said


def test_a_redirect_does_not_lead_to_another_person(published: Deployment) -> None:
    published.edit("danh-ba.yml", "ten: Lê Minh, ten_cu: minh", "ten: Lê Minh")
    published.edit("danh-ba.yml", "ten: An,", "ten: An, ten_cu: minh,")
    said = stopped(published)
    assert "/lanh-dao/minh/ (địa chỉ chuyển tiếp: nay dẫn tới An)" in said


def test_codes_merged_into_one_entry_are_refused_until_declared(published: Deployment) -> None:
    published.edit("danh-ba.yml", "  - {ma: thanh-tra, ten: Thanh tra}\n", "")
    published.edit("danh-ba.yml", "ten: Văn phòng", "ten: Văn phòng, ten_cu: thanh-tra")
    said = stopped(published)
    assert "/co-quan/thanh-tra/ (trang: nay dẫn tới Văn phòng)" in said
    declaration = "- {dia_chi: /co-quan/thanh-tra/, ngay: 2021-06-01, ly_do: Sáp nhập}\n"
    published.write("da-go.yml", published.read("da-go.yml") + declaration)
    done = published.deploy()
    assert done.code == 0, done.said


def test_rotated_codes_of_an_amendment_are_refused(published: Deployment) -> None:
    rotated = MAY
    for old, new in (("b1", "x"), ("b2", "b1"), ("b3", "b2"), ("x", "b3")):
        rotated = rotated.replace(f"ma: {old},", f"ma: {new},")
    published.write("2021-05.dc1.yml", amendment(rotated))
    said = stopped(published)
    for code in ("b1", "b2", "b3"):
        assert f"/2021/05/#cv-{code} (chỗ trên trang: mã đổi chỗ với " in said


def test_a_correction_of_one_day_does_not_excuse_another_day(published: Deployment) -> None:
    published.edit("2021-05.yml", "Hợp", "Họp")
    correction = "hieu_dinh: [{ngay: 4, nguyen_van: Hợp, sua_thanh: Họp}]\n"
    published.write("2021-05.yml", published.read("2021-05.yml") + correction)
    said = stopped(published)
    assert "/2021/05/#cv-b5 (chỗ trên trang: nội dung)" in said
    assert "cv-b2" not in said


def test_swapped_signed_files_are_refused(published: Deployment) -> None:
    published.edit("2021-05.yml", "tep/2021-05.pdf", "tep/2021-06.pdf")
    published.edit("2021-06.yml", "tep/2021-06.pdf", "tep/2021-05.pdf")
    said = stopped(published)
    assert "/2021/05/ (trang: tệp bản ký)" in said
    assert "/2021/06/ (trang: tệp bản ký)" in said


def test_a_withheld_name_is_not_restored_after_an_amendment_without_its_item(
    published: Deployment,
) -> None:
    row = '      - {ma: b6, noi_dung: "Làm việc với [không công bố]"}\n'
    without = amendment(MAY).replace(row, "")
    published.write("2021-05.dc1.yml", without)
    open_again = without.replace("05-11", "05-18").replace(
        "      - {ma: b5", "      - {ma: b6, noi_dung: Làm việc với Trần Thị Mận}\n      - {ma: b5"
    )
    published.write("2021-05.dc2.yml", open_again)
    said = stopped(published)
    assert '"Trần Thị Mận" đứng ở chỗ mà agendas/2021-05.yml ghi [không công bố]' in said


def test_a_month_edited_on_the_branch_excuses_no_edit_of_its_file(published: Deployment) -> None:
    data = published.published("du-lieu/2021-05.json").decode()
    assert "Lễ chào cờ" in data
    publish(published, "du-lieu/2021-05.json", data.replace("Lễ chào cờ", "Lễ mít tinh").encode())
    published.edit("2021-05.yml", "Lễ chào cờ", "Lễ mít tinh")
    assert "du-lieu/2021-05.json" in stopped(published)


def test_a_forged_ledger_excuses_no_change_of_a_signed_file(published: Deployment) -> None:
    ledger = json.loads(published.published("ho-so.json"))
    del ledger["dia_chi"]["/tep/2021-05.pdf"]["co_dinh"]
    publish(published, "ho-so.json", json.dumps(ledger).encode())
    published.write("tep/2021-05.pdf", pdf("Làm việc").decode())
    assert "ho-so.json khác hồ sơ của lần đăng gần nhất" in stopped(published)


def test_the_code_of_a_withdrawn_item_is_for_that_item_only(published: Deployment) -> None:
    other = WITHDRAWN.replace("Tập huấn phần mềm", "Đón đoàn công tác")
    refused = "/2021/05/#cv-b0 (trang báo đã gỡ: mã của việc đã gỡ nay ở việc khác"
    before = published.read("2021-05.yml")
    published.edit("2021-05.yml", "      - {ma: b5", f"{other}      - {{ma: b5")
    assert refused in stopped(published)
    published.write("2021-05.yml", before)
    with_other = MAY.replace("      - {ma: b5", f"{other}      - {{ma: b5")
    published.write("2021-05.dc1.yml", amendment(with_other))
    assert refused in stopped(published)
    published.edit("2021-05.dc1.yml", other, WITHDRAWN)
    done = published.deploy()
    assert done.code == 0, done.said
