"""A folder of agendas to edit in tests."""

from pathlib import Path

from agenda.editing.workspace import Workspace
from tests.editing.random_months import DIRECTORY

FILE = "2021-05.yml"
MAY = """\
# ghi chú đầu tệp
thang: 2021-05
van_ban:
  ngay_ban_hanh: 2021-05-04   # ngày ký
  nguoi_ky: Đỗ Khoa Văn

trong_tam:
  # đoạn quan trọng
  - Một
  - Hai

lich:
  - ngay: 4   # ngày chào cờ
    sang:
      # việc đầu tuần
      - ma: b2
        noi_dung: Lễ chào cờ
        gio: 08:00   # đúng giờ
        lanh_dao: Đ/c Văn GĐ
      - ma: b3
        noi_dung: Họp giao ban
    chieu: {ma: b4, noi_dung: Hội thảo}

  - ngay: 8-9
    nghi: Thứ Bảy, Chủ nhật

  - ngay: 10-12
    ca_ngay:
      - ma: b5
        noi_dung: Tập huấn
"""


class EditedOffice:
    """A workspace with the file of May 2021 and a directory."""

    def __init__(self, folder: Path, text: str = MAY) -> None:
        self.folder = folder / "agendas"
        self.folder.mkdir()
        self.path = self.folder / FILE
        self.write(text)
        (self.folder / "danh-ba.yml").write_text(DIRECTORY, "utf-8", newline="\n")
        self.workspace = Workspace(self.folder, folder / "state")

    def write(self, text: str) -> None:
        """Write the file of May as a text editor does."""
        self.path.write_text(text, "utf-8", newline="")

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")
