"""Private persons named in complaints are told from officials and places."""

import pytest

from agenda.vietnam.privacy.detector import find_private_details


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tiếp công dân Nguyễn Văn A", ["Nguyễn Văn A"]),
        ("Tiếp dân: bà Hoa về đất đai", ["Hoa"]),
        ("Giải quyết đơn thư của ông Trần Bình và bà Lê Thị Hạnh", ["Trần Bình", "Lê Thị Hạnh"]),
        ("Xem xét khiếu nại của Phạm Thị Lan, xã Kỳ Lạc", ["Phạm Thị Lan"]),
        ("Làm việc về đơn tố cáo ông Lý", ["Lý"]),
        ("Bà Hoa đến khiếu nại", ["Hoa"]),
        ("TIẾP CÔNG DÂN NGUYỄN VĂN A", ["NGUYỄN VĂN A"]),
        ("Lê Hoa tố cáo; đơn của Trần Bình", ["Lê Hoa", "Trần Bình"]),
        ("Thăm Mẹ Việt Nam anh hùng Trần Thị Liên", ["Trần Thị Liên"]),
        ("Viếng bà mẹ Việt Nam anh hùng", []),
        ("Thăm đồng chí Nguyễn Văn Bê, nguyên Giám đốc Sở", []),
        ("Viếng mộ Tổng Bí thư Trần Phú", []),
        ("Hỗ trợ Hợp tác xã Lê Văn Bê", []),
        ("Lê Văn Bê tiếp công dân", []),
        ("Phó Chủ tịch Thường trực UBND thành phố Lê Văn Bê tiếp công dân", []),
        ("Tiếp công dân tại số 15 đường Nguyễn Gia Thiều", []),
        ("Tiếp công dân định kỳ", []),
        ("Tiếp công dân (đ/c Nguyễn Văn A chủ trì)", []),
        ("Giải quyết khiếu nại tại đường Lê Duẩn, huyện Đức Thọ", []),
        ("Tiếp công dân cùng ông Giám đốc Sở", []),
        ("Ông Nguyễn Văn A trình bày đề tài", []),
        ("Họp Hội đồng về đơn thư, khiếu nại quý II", []),
    ],
)
def test_a_citizen_is_named_only_where_a_complaint_is_spoken_of(
    text: str, names: list[str]
) -> None:
    assert [each.text for each in find_private_details(text)] == names
