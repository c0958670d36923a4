"""Name the duty of a roster by its title or a head: "Lịch tiếp công dân tháng 7"."""

import re

_DUTY = re.compile(
    r"(?:^|\b(?:lịch|bảng|kế\s+hoạch|chương\s+trình|danh\s+sách|phân\s+công|người|ngày|cán\s+bộ|lãnh\s+đạo)\s+)"
    r"(?P<duty>tiếp\s+(?:công\s+)?dân(?:\s+định\s+kỳ)?|trực(?:\s+(?!tháng|tuần|năm|quý|ngày|của|từ|tại|định)[^\W\d_]+){0,7})\b",
    re.IGNORECASE,
)


def duty_named(text: str) -> str | None:
    """Return the duty with one capital: "Trực lãnh đạo" of "LỊCH TRỰC LÃNH ĐẠO THÁNG 7"."""
    match = _DUTY.search(" ".join(text.split()))
    if match is None:
        return None
    duty = match["duty"].lower() if match["duty"].isupper() else match["duty"]
    return duty[:1].upper() + duty[1:]
