"""Define the fields of `da-go.yml`."""

from agenda.schema.fields import DATE, Field, Form, ListField, TextField

WITHDRAWAL = Form(
    name="cho-go",
    noun="chỗ",
    fields=(
        Field(
            key="dia_chi",
            label="Địa chỉ",
            about="Địa chỉ đã đăng mà nay gỡ hoặc sửa, chép đúng như công cụ nêu.",
            shape=ListField(shape=TextField(examples=("/2021/05/#cv-x2bx",)), or_one=True),
            required=True,
        ),
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày gỡ hoặc sửa, viết năm-tháng-ngày.",
            shape=TextField(pattern=DATE, examples=("2021-06-10",)),
            required=True,
        ),
        Field(
            key="ly_do",
            label="Lý do",
            about="Vì sao gỡ hoặc sửa; người đọc sẽ thấy ở địa chỉ đó.",
            shape=TextField(),
            required=True,
        ),
        Field(
            key="van_ban",
            label="Văn bản",
            about="Văn bản quyết định việc gỡ hoặc sửa, nếu có.",
            shape=TextField(),
        ),
    ),
)
WITHDRAWALS_FILE = Form(
    name="cac-cho-go",
    noun="tệp",
    fields=(
        Field(
            key="da_go",
            label="Đã gỡ",
            about="Những địa chỉ đã đăng mà nay gỡ, hoặc bản cố định đã sửa.",
            shape=ListField(shape=WITHDRAWAL),
        ),
    ),
)
