"""Define the fields of `danh-ba.yml`."""

from agenda.schema.fields import CODE, DATE_OR_MONTH, Field, Form, ListField, TableField, TextField

CODE_FIELD = Field(
    key="ma",
    label="Mã",
    about="Mã dùng làm địa chỉ trang, cố định, do công cụ ghi từ tên; không sửa, không dùng lại.",
    shape=TextField(pattern=CODE, examples=("do-khoa-van",)),
)
NAME_FIELD = Field(
    key="ten", label="Tên", about="Tên như văn bản ghi.", shape=TextField(), required=True
)
FORMER_CODES_FIELD = Field(
    key="ten_cu",
    label="Mã cũ",
    about="Những mã đã từng dùng; địa chỉ cũ vẫn phải mở được.",
    shape=ListField(shape=TextField(pattern=CODE), or_one=True),
)
ABBREVIATIONS_FIELD = Field(
    key="viet_tat",
    label="Tên viết tắt",
    about="Những cách viết khác gặp trong văn bản.",
    shape=ListField(shape=TextField(), or_one=True),
)
SINCE_FIELD = Field(
    key="tu",
    label="Từ",
    about="Từ tháng hoặc ngày này, nếu có văn bản nêu.",
    shape=TextField(pattern=DATE_OR_MONTH, examples=("2021-05", "2021-05-04")),
)
UNTIL_FIELD = Field(
    key="den",
    label="Đến",
    about="Đến hết tháng hoặc ngày này, nếu có văn bản nêu.",
    shape=TextField(pattern=DATE_OR_MONTH, examples=("2025-03", "2025-03-01")),
)

TITLE = Form(
    name="chuc-vu",
    noun="chức vụ",
    shorthand="ten",
    fields=(
        NAME_FIELD,
        Field(
            key="viet_tat",
            label="Viết tắt",
            about="Chữ viết tắt của chức vụ trong văn bản.",
            shape=TextField(examples=("PGĐ",)),
        ),
        SINCE_FIELD,
        UNTIL_FIELD,
    ),
)
PERSON = Form(
    name="nguoi",
    noun="Lãnh đạo",
    title_key="ma",
    fields=(
        CODE_FIELD,
        NAME_FIELD,
        FORMER_CODES_FIELD,
        Field(
            key="chuc_vu",
            label="Chức vụ",
            about="Các chức vụ đã và đang giữ.",
            shape=ListField(shape=TITLE, or_one=True),
        ),
    ),
)
UNIT = Form(
    name="co-quan",
    noun="Cơ quan",
    title_key="ma",
    fields=(
        CODE_FIELD,
        NAME_FIELD,
        FORMER_CODES_FIELD,
        ABBREVIATIONS_FIELD,
        SINCE_FIELD,
        UNTIL_FIELD,
        Field(
            key="tien_than",
            label="Tiền thân",
            about="Mã của các cơ quan mà cơ quan này kế tục.",
            shape=ListField(shape=TextField(pattern=CODE), or_one=True),
        ),
    ),
)
GROUP = Form(
    name="nhom",
    noun="Nhóm",
    title_key="ma",
    fields=(CODE_FIELD, NAME_FIELD, FORMER_CODES_FIELD, ABBREVIATIONS_FIELD),
)
DIRECTORY_FILE = Form(
    name="danh-ba",
    noun="danh bạ",
    fields=(
        Field(
            key="lanh_dao",
            label="Lãnh đạo",
            about="Những người được ghi ở cột lãnh đạo.",
            shape=ListField(shape=PERSON),
        ),
        Field(
            key="co_quan",
            label="Cơ quan",
            about="Những phòng, đơn vị được ghi ở cột cơ quan chuẩn bị.",
            shape=ListField(shape=UNIT),
        ),
        Field(
            key="nhom",
            label="Nhóm",
            about="Những tên gọi chung, không phải một người hay một cơ quan.",
            shape=ListField(shape=GROUP),
        ),
        Field(
            key="viet_tat",
            label="Chữ viết tắt",
            about="Chữ viết tắt và chữ đầy đủ, dùng cho bảng chữ viết tắt.",
            shape=TableField(),
        ),
    ),
)
