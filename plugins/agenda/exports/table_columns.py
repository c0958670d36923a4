"""Define the columns of the CSV tables and their descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass

from agenda.model import HalfDay, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; `kind` and `format` are those of Table Schema (specs.frictionlessdata.io)."""

    name: str
    about: str
    kind: str = "string"
    format: str = "default"
    required: bool = False
    values: Sequence[str] = ()
    pattern: str | None = None


_KEY = Column(
    name="ma",
    about="Mã của việc, không trùng trong mọi tháng và không bao giờ đổi",
    required=True,
    pattern="[0-9]{4}-[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*",
)
_TIME_COLUMNS = (
    Column(name="ngay", about="Ngày (ngày đầu, nếu nhiều ngày)", kind="date", required=True),
    Column(
        name="den_ngay",
        about="Ngày cuối; trùng ngày đầu nếu chỉ một ngày",
        kind="date",
        required=True,
    ),
    Column(
        name="buoi",
        about="Buổi: cả ngày, sáng, chiều, tối",
        required=True,
        values=[half_day.value for half_day in HalfDay],
    ),
    Column(
        name="gio_bat_dau",
        about="Giờ bắt đầu theo giờ Việt Nam; trống nếu văn bản không ghi",
        kind="time",
        format="%H:%M",
    ),
    Column(
        name="gio_ket_thuc",
        about="Giờ kết thúc; trống nếu văn bản không ghi",
        kind="time",
        format="%H:%M",
    ),
)
_STATUS = Column(
    name="trang_thai",
    about="Trống: theo lịch; huy: đã hủy; hoan: hoãn, chưa định ngày; doi: đã đổi sang lúc khác",
    values=[status.value for status in Status if status is not Status.PLANNED],
)
_URL = Column(name="url", about="Địa chỉ của việc trên trang, không bao giờ đổi", required=True)

ITEM_COLUMNS = (
    _KEY,
    *_TIME_COLUMNS,
    Column(name="noi_dung", about="Nội dung công việc, đúng chữ văn bản", required=True),
    Column(name="dia_diem", about="Địa điểm"),
    Column(name="chuan_bi", about="Cơ quan chuẩn bị như văn bản ghi, nhiều tên ngăn bằng “; ”"),
    Column(name="lanh_dao", about="Lãnh đạo như văn bản ghi, nhiều tên ngăn bằng “; ”"),
    _STATUS,
    _URL,
    Column(
        name="doi_sang",
        about="Lúc mới của việc đổi lịch: ngày (hoặc ngày đầu - ngày cuối), buổi, giờ",
    ),
)

ATTENDANCE_COLUMNS = (
    _KEY,
    *_TIME_COLUMNS,
    Column(name="ten", about="Tên ở cột lãnh đạo, đúng chữ văn bản", required=True),
    Column(
        name="loai",
        about="Danh bạ xếp tên đó vào: lanh-dao, co-quan hay nhom; trống nếu danh bạ không có",
        values=("lanh-dao", "co-quan", "nhom"),
    ),
    Column(name="ma_danh_ba", about="Mã trong danh bạ; trống nếu danh bạ không có"),
    Column(name="ten_danh_ba", about="Tên trong danh bạ"),
    _STATUS,
    _URL,
)
