"""Names of streets, schools and memorials, which do not mean a private person."""

from agenda.vietnam.text import matching_key

_NAMES = """
    Hồ Chí Minh, Nguyễn Ái Quốc, Nguyễn Sinh Cung, Nguyễn Tất Thành, Trần Phú, Hà Huy Tập,
    Lê Duẩn, Lê Hồng Phong, Nguyễn Văn Cừ, Trường Chinh, Phạm Văn Đồng, Tôn Đức Thắng,
    Võ Nguyên Giáp, Nguyễn Thị Minh Khai, Lý Tự Trọng, Võ Thị Sáu, Kim Đồng, Lê Văn Tám,
    Nguyễn Văn Trỗi, Phan Đình Giót, La Thị Tám, Phan Đình Phùng, Cao Thắng, Phan Bội Châu,
    Phan Chu Trinh, Phan Châu Trinh, Nguyễn Du, Nguyễn Công Trứ, Lê Hữu Trác, Nguyễn Huy Tự,
    Nguyễn Huy Oánh, Nguyễn Thiếp, Nguyễn Biểu, Bùi Cầm Hổ, Đặng Dung, Mai Thúc Loan,
    Mai Hắc Đế, Xuân Diệu, Huy Cận, Nguyễn Đổng Chi, Lê Văn Thiêm, Hoàng Xuân Hãn, Hàm Nghi,
    Nguyễn Huệ, Quang Trung, Lê Lợi, Lê Lai, Nguyễn Trãi, Trần Hưng Đạo, Trần Quốc Toản,
    Ngô Quyền, Đinh Tiên Hoàng, Lý Thường Kiệt, Lý Thái Tổ, Chu Văn An, Nguyễn Bỉnh Khiêm,
    Lê Thánh Tông, Nguyễn Đình Chiểu, Hồ Xuân Hương, Đoàn Thị Điểm, Hoàng Hoa Thám,
    Nguyễn Thái Học, Nguyễn Chí Thanh, Hoàng Quốc Việt, Tố Hữu, Nam Cao, Nguyễn Hữu Thọ,
    Lê Ninh, Nguyễn Phan Chánh, Phan Kính, Hoàng Văn Thụ, Trần Đại Nghĩa, Tạ Quang Bửu
"""

MEMORIAL_NAMES = frozenset(matching_key(" ".join(name.split())) for name in _NAMES.split(","))
"""The names as keys from `matching_key`."""
