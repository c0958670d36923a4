"""Define the fields of a month's file."""

from agenda.schema.fields import DAYS, MONTH, Field, FlagField, Form, ListField, TextField
from agenda.schema.schedule import ENTRY, HALF_DAY_LABELS, ITEM
from agenda.schema.signed_document import CORRECTION, DOCUMENT
from agenda.schema.updates import half_day_field, update_form

FOCUS = Field(
    key="trong_tam",
    label="Nội dung công tác trọng tâm",
    about="Mục I của văn bản, mỗi đoạn một dòng.",
    shape=ListField(shape=TextField(), or_one=True),
)

CAVEAT = Field(
    key="luu_y",
    label="Lưu ý",
    about="Lưu ý chung in dưới mục II.",
    shape=TextField(),
)

RECIPIENTS = Field(
    key="noi_nhan",
    label="Nơi nhận",
    about="Danh sách nơi nhận.",
    shape=ListField(shape=TextField(), or_one=True),
)

UPDATE = update_form(
    item=ITEM,
    entry=ENTRY,
    document=DOCUMENT,
    header=(FOCUS, CAVEAT, RECIPIENTS),
    half_days=half_day_field(HALF_DAY_LABELS),
)

MONTH_FILE = Form(
    name="thang",
    noun="tháng",
    fields=(
        Field(
            key="thang",
            label="Tháng",
            about="Tháng của chương trình, viết năm-tháng, trùng với tên tệp.",
            shape=TextField(pattern=MONTH, examples=("2021-05",)),
            required=True,
        ),
        Field(
            key="van_ban",
            label="Văn bản",
            about="Văn bản đã ký mà chương trình lấy từ đó.",
            shape=DOCUMENT,
            required=True,
        ),
        Field(
            key="pham_vi",
            label="Phạm vi",
            about="Các ngày mà văn bản điều chỉnh thay lịch (14-30, hoặc [7, 14-16]); bỏ trống nếu "
            "văn bản thay cả tháng.",
            shape=ListField(shape=TextField(pattern=DAYS, examples=("14-30",)), or_one=True),
        ),
        Field(
            key="bo_sung",
            label="Lịch bổ sung",
            about="Ghi true nếu văn bản chỉ thêm việc, không thay lịch của ngày nào.",
            shape=FlagField(),
        ),
        Field(
            key="khong_neu",
            label="Ngày không nêu",
            about="Những ngày làm việc mà người nhập đã xem là văn bản không nêu.",
            shape=ListField(shape=TextField(pattern=DAYS, examples=("7",)), or_one=True),
        ),
        FOCUS,
        CAVEAT,
        Field(
            key="lich",
            label="Chương trình công tác",
            about="Mục II của văn bản: từng ngày, theo thứ tự trong văn bản.",
            shape=ListField(shape=ENTRY),
            required=True,
        ),
        RECIPIENTS,
        Field(
            key="hieu_dinh",
            label="Hiệu đính",
            about="Những chỗ người nhập đã sửa so với văn bản, hoặc còn ngờ mà giữ nguyên.",
            shape=ListField(shape=CORRECTION),
        ),
        Field(
            key="cong_khai",
            label="Công khai",
            about="Những chữ giống thông tin riêng của cá nhân mà người nhập đã xem và xác nhận "
            "là được công khai; chép đúng như trong nội dung. Không hiện trên trang.",
            shape=ListField(shape=TextField(examples=("0239.3.000.000",))),
        ),
        Field(
            key="cap_nhat",
            label="Cập nhật",
            about="Những thay đổi sau khi đăng mà không có văn bản mới, do lệnh agenda update ghi "
            "theo thứ tự thời gian; dòng đã đăng thì không sửa, không bỏ.",
            shape=ListField(shape=UPDATE),
        ),
    ),
)
