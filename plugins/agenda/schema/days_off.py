"""Define the fields of `ngay-nghi.yml`."""

from agenda.schema.fields import DATE, Field, Form, ListField, TextField

DAY_OFF = Form(
    name="ngay-nghi",
    noun="Ngày",
    title_key="ngay",
    fields=(
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày, viết năm-tháng-ngày.",
            shape=TextField(pattern=DATE, examples=("2026-01-02",)),
            required=True,
        ),
        Field(
            key="ten",
            label="Tên",
            about="Tên ngày nghỉ, hoặc làm bù cho ngày nào.",
            shape=TextField(),
            required=True,
        ),
        Field(
            key="van_ban",
            label="Văn bản",
            about="Văn bản quyết định việc nghỉ hoặc làm bù.",
            shape=TextField(),
            required=True,
        ),
    ),
)
DAYS_OFF_FILE = Form(
    name="cac-ngay-nghi",
    noun="tệp",
    fields=(
        Field(
            key="nghi",
            label="Ngày nghỉ",
            about="Những ngày nghỉ mà quy tắc chung không tính ra được.",
            shape=ListField(shape=DAY_OFF),
        ),
        Field(
            key="lam_bu",
            label="Ngày làm bù",
            about="Những ngày cuối tuần phải đi làm.",
            shape=ListField(shape=DAY_OFF),
        ),
    ),
)
