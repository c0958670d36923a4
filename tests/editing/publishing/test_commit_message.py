"""The message of a commit names files, never words of their content."""

import pytest

from agenda.editing.publishing.commit_message import describe_files


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["A", "agendas/2021-06.yml"], "Thêm chương trình công tác tháng 6 năm 2021"),
        (
            ["M", "agendas/2021-05.yml", "M", "agendas/danh-ba.yml"],
            "Sửa chương trình công tác tháng 5 năm 2021; sửa danh bạ",
        ),
        (["A", "agendas/2021-06.dc2.yml"], "Thêm điều chỉnh lần 2, tháng 6 năm 2021"),
        (["D", "docs/cũ kỹ.md", "T", "agendas/ngay-nghi.yml"], "Bỏ tệp cũ kỹ.md; sửa ngày nghỉ"),
        (
            [word for n in range(6) for word in ("A", f"docs/{n}.md")],
            "Thêm tệp 0.md; thêm tệp 1.md; thêm tệp 2.md; thêm tệp 3.md; và 2 tệp khác",
        ),
        ([], "Cập nhật trang"),
    ],
)
def test_the_message_for_files(names: list[str], message: str) -> None:
    assert describe_files("".join(f"{name}\0" for name in names).encode()) == message
