"""June 2021 as signed documents, and as the files that a person writes by hand."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.importer.documents.batch import print_all
from tests.importer.documents.docx_builder import build_docx

DIRECTORY = """\
lanh_dao:
  - {ma: van, ten: Đỗ Khoa Văn, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]}
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
  - {ma: phong-tt-tk, ten: Phòng TT-TK}
  - {ma: phong-qlkh, ten: Phòng QLKH}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""
AFTER = """\
lanh_dao:
  - {ma: van, ten: Đỗ Khoa Văn, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ, den: 2021-06}]}
  - ma: an
    ten: An
    chuc_vu:
      - {ten: Phó Giám đốc, viet_tat: PGĐ, den: 2021-06}
      - {ten: Giám đốc, viet_tat: GĐ, tu: 2021-07}
  - {ma: binh, ten: Bình, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
  - {ma: phong-tt-tk, ten: Phòng TT-TK, den: 2021-06}
  - {ma: phong-qlkh, ten: Phòng QLKH, den: 2021-06}
  - {ma: thanh-tra-so, ten: Thanh tra Sở}
  - {ma: trung-tam-ung-dung, ten: Trung tâm Ứng dụng}
  - {ma: chi-cuc-thuy-san, ten: Chi cục Thủy sản}
  - ma: phong-thong-tin-khoa-hoc
    ten: Phòng Thông tin khoa học
    tu: 2021-07
    tien_than: [phong-tt-tk, phong-qlkh]
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
  - {ma: cac-phong, ten: Các phòng}
"""
HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
MORNINGS = {
    1: ("Hợp giao ban", "Văn phòng", "Đ/c Văn GĐ"),
    2: ("Tiếp công dân, điện thoại 0912345678", "Văn phòng", "Đ/c An PGĐ"),
    3: ("Kiểm tra đề tài khoa học", "Thanh tra Sở", "Đ/c An PGĐ"),
    4: ("Làm việc với doanh nghiệp", "Trung tâm Ứng dụng", "Đ/c Bình PGĐ"),
    7: ("Họp Hội đồng khoa học", "Các phòng", "Lãnh đạo Sở"),
    8: ("Hợp xét duyệt đề tài", "Phòng QLKH", "Đ/c An PGĐ"),
    9: ("Trực đường dây nóng, điện thoại 0239.3.855.855", "Văn phòng", "Lãnh đạo Sở"),
    10: ("Hội nghị sơ kết", "Phòng QLKH", "Đ/c Văn GD"),
    11: ("Kiểm tra phòng thí nghiệm", "Chi cục Thủy sản", "Đ/c An PGĐ"),
    14: ("Hợp báo", "Văn phòng", "Đ/c An PGĐ"),
    16: ("Kiểm tra cơ sở", "Văn phong", "Đ/c An PGĐ"),
}
FINAL = {
    1: ("Họp giao ban", "Văn phòng", "Đ/c Văn GĐ"),
    2: ("Tiếp công dân, điện thoại [không công bố]", "Văn phòng", "Đ/c An PGĐ"),
    8: ("Họp xét duyệt đề tài", "Phòng QLKH", "Đ/c An PGĐ"),
    10: ("Hội nghị sơ kết", "Phòng QLKH", "Đ/c Văn GĐ"),
    14: ("Họp báo", "Văn phòng", "Đ/c An PGĐ"),
    16: ("Kiểm tra cơ sở", "Văn phòng", "Đ/c An PGĐ"),
}
WORKDAYS = [day for day in range(1, 31) if date(2021, 6, day).weekday() < 5]
AFTERNOONS = WORKDAYS[:10]


def morning(day: int) -> tuple[str, str, str]:
    return MORNINGS.get(day, (f"Làm việc với xã số {day}", "Văn phòng", "Đ/c An PGĐ"))


def june(folder: Path) -> Path:
    """Write the signed agenda of June 2021, with 32 items."""
    rows = [HEAD]
    for day in range(1, 31):
        if day not in WORKDAYS:
            rows.append([str(day), "<i>Nghỉ cuối tuần</i>", "", ""])
            continue
        text, unit, leader = morning(day)
        late = [f"Giao ban phòng ngày {day}", "Phòng TT-TK", "Lãnh đạo Sở"]
        late = late if day in AFTERNOONS else ["", "", ""]
        words = f"<u>Sáng:</u> {text}\n<u>Chiều:</u> {late[0]}".rstrip()
        rows.append([str(day), words, f"{unit}\n{late[1]}".strip(), f"{leader}\n{late[2]}".strip()])
    return build_docx(_document("Số: 15/CTr-SKHCN", "01", [], rows), folder / "thang 6.docx")


def amendment(folder: Path) -> Path:
    """Print an amendment of five days of June 2021 as PDF."""
    rows = [
        HEAD,
        ["14", "<u>Sáng:</u> Tiếp đoàn công tác của Bộ", "Văn phòng", "Đ/c Văn GĐ"],
        ["15", "<u>Sáng:</u> Làm việc với xã số 15", "Văn phòng", "Đ/c An PGĐ"],
    ]
    note = ["(Điều chỉnh lần 1, từ ngày 14/6 đến ngày 15/6/2021)"]
    blocks = _document("Số: 18/CTr-SKHCN", "11", note, rows)
    (printed,) = print_all([build_docx(blocks, folder / "dieu chinh.docx")])
    return printed


def _document(
    number: str, day: str, below_title: list[str], rows: list[list[str]]
) -> list[dict[str, Any]]:
    head = f"UBND TỈNH\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\n{number}"
    return [
        {"sides": [head, f"Hà Tĩnh, ngày {day} tháng 6 năm 2021"]},
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
        *({"p": line} for line in below_title),
        {"table": rows},
        {"sides": ["Nơi nhận:\n- Lưu VT.", "GIÁM ĐỐC\n\nĐỗ Khoa Văn"]},
    ]


def june_by_hand(today: date) -> str:
    """Return the file of June as a person writes it, with the changes after publication."""
    rows = []
    for day in range(1, 31):
        if day not in WORKDAYS:
            rows.append(f"  - {{ngay: {day}, nghi: Nghỉ cuối tuần}}\n")
            continue
        text, unit, leader = FINAL.get(day) or morning(day)
        more = {CANCELLED: f", trang_thai: huy, ly_do: {WHY}", RETIMED: ', gio: "09:30"'}
        rows.append(
            f"  - ngay: {day}\n    sang: [{{ma: s{day:02}, noi_dung: '{text}', chuan_bi: {unit}, "
            f"lanh_dao: {leader}{more.get(day, '')}}}]\n"
        )
        if day in AFTERNOONS:
            rows.append(
                f"    chieu: [{{ma: c{day:02}, noi_dung: Giao ban phòng ngày {day}, "
                "chuan_bi: Phòng TT-TK, lanh_dao: Lãnh đạo Sở}]\n"
            )
        else:
            rows.append("    chieu:\n")
    return (
        "thang: 2021-06\n"
        "van_ban: {so: 15/CTr-SKHCN, noi_ban_hanh: Hà Tĩnh, ngay_ban_hanh: 2021-06-01,\n"
        "  nguoi_ky: Đỗ Khoa Văn, chuc_vu: Giám đốc}\n"
        f"lich:\n{''.join(rows)}noi_nhan: [Lưu VT]\n"
        "cong_khai: [0239.3.855.855]\n"
        "hieu_dinh:\n"
        "  - {ngay: 10, nguyen_van: Đ/c Văn GD, sua_thanh: Đ/c Văn GĐ}\n"
        "  - {ngay: 16, nguyen_van: Văn phong, sua_thanh: Văn phòng}\n"
        "cap_nhat:\n"
        f"  - {{luc: {today}, cho: cv-s{CANCELLED:02}, truoc: {{trang_thai: null, ly_do: null}},"
        f" vi: {WHY}}}\n"
        f"  - {{luc: {today}, cho: cv-s{RETIMED:02}, truoc: {{gio: null}}, vi: {NOTICE}}}\n"
    )


AMENDED = """\
thang: 2021-06
pham_vi: 14-15
van_ban: {so: 18/CTr-SKHCN, noi_ban_hanh: Hà Tĩnh, ngay_ban_hanh: 2021-06-11,
  nguoi_ky: Đỗ Khoa Văn, chuc_vu: Giám đốc}
lich:
  - ngay: 14
    sang:
      - {ma: n14, noi_dung: Tiếp đoàn công tác của Bộ, chuan_bi: Văn phòng, lanh_dao: Đ/c Văn GĐ}
  - ngay: 15
    sang: [{ma: s15, noi_dung: Làm việc với xã số 15, chuan_bi: Văn phòng, lanh_dao: Đ/c An PGĐ}]
noi_nhan: [Lưu VT]
"""
CANCELLED, RETIMED = 4, 21
WHY, NOTICE = "Mưa bão", "Theo thông báo"
