"""Define the fields of `cap_nhat`: changes after publication without a new document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agenda.model import HalfDay
from agenda.schema.fields import COUNT, DATE, ChoiceField, Field, Form, TextField

TARGET = r"^(cv-[a-z0-9]+(-[a-z0-9]+)*|ngay-\d{2}|trong-tam-[1-9]\d*|[a-z]+(_[a-z]+)*)$"

DAY_KEYS = ("ngay", "nghi")
"""The keys of a day before an update; `ngay` is there if the update changed several days."""

PARAGRAPH_KEYS = ("noi_dung",)
"""The keys of a paragraph of section I before an update."""

DOCUMENT_KEYS = (
    *("so", "noi_ban_hanh", "ngay_ban_hanh", "nguoi_ky", "chuc_vu"),
    "nguon",
)
"""The keys of the document that an update may change; a signed file is never replaced."""

HEADER_KEYS = ("trong_tam", "luu_y", "noi_nhan")
"""The keys of the month itself that an update may change."""

ITEM_KEYS = (
    *("ngay", "buoi", "thu_tu", "noi_dung", "gio", "dia_diem", "chuan_bi", "lanh_dao"),
    *("thanh_phan", "ghi_chu", "trang_thai", "doi_sang", "ly_do"),
)
"""The keys of an item before an update; `thu_tu` is its former position in the half-day."""

_BEFORE = "truoc"


def update_form(
    *, item: Form, entry: Form, document: Form, header: Iterable[Field], half_days: Field
) -> Form:
    """Return the form of an update, given the forms of all that an update may change."""
    return Form(
        name="cap-nhat",
        noun="thay đổi",
        fields=(
            Field(
                key="luc",
                label="Lúc",
                about="Ngày thay đổi, viết năm-tháng-ngày.",
                shape=TextField(pattern=DATE, examples=("2021-05-03",)),
                required=True,
            ),
            Field(
                key="cho",
                label="Chỗ",
                about="Chỗ đã đổi: một việc (cv- rồi đến mã), một ngày (ngay-04), một đoạn trọng "
                "tâm (trong-tam-2), hoặc một khóa của tháng hay của văn bản (luu_y, nguoi_ky).",
                shape=TextField(pattern=TARGET, examples=("cv-x2bx", "ngay-04", "luu_y")),
                required=True,
            ),
            Field(
                key=_BEFORE,
                label="Trước",
                about="Giá trị trước khi đổi của từng khóa đã đổi, null nếu khóa ấy để trống; chỉ "
                "null nếu mới thêm; cả việc nếu việc đã bỏ.",
                shape=_before_form(item, entry, document, header, half_days),
            ),
            Field(
                key="vi",
                label="Vì",
                about="Lý do thay đổi, nếu có.",
                shape=TextField(examples=("Theo thông báo của Văn phòng",)),
            ),
        ),
    )


def _before_form(
    item: Form, entry: Form, document: Form, header: Iterable[Field], half_days: Field
) -> Form:
    position = Field(
        key="thu_tu",
        label="Thứ tự",
        about="Việc đứng thứ mấy trong buổi trước khi đổi; do công cụ ghi.",
        shape=TextField(pattern=COUNT, examples=("2",)),
    )
    return Form(
        name="gia-tri-truoc",
        noun="giá trị trước",
        fields=(
            *_fields(entry.fields, DAY_KEYS),
            half_days,
            position,
            *_fields(item.fields, ITEM_KEYS),
            *_fields(document.fields, DOCUMENT_KEYS),
            *_fields(tuple(header), HEADER_KEYS),
        ),
    )


def _fields(fields: Sequence[Field], keys: Sequence[str]) -> tuple[Field, ...]:
    return tuple(replace(field, required=False) for field in fields if field.key in keys)


def half_day_field(labels: dict[HalfDay, str]) -> Field:
    """Return the field that names a half-day by its key."""
    return Field(
        key="buoi",
        label="Buổi",
        about="Buổi của việc trước khi đổi.",
        shape=ChoiceField(meanings={half_day.value: label for half_day, label in labels.items()}),
    )
