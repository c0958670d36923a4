"""Define the fields of a month's file."""

from agenda.model import HalfDay, Status
from agenda.schema.fields import (
    CODE,
    COUNT,
    DATE,
    DAY,
    DAYS,
    MONTH,
    SLOT,
    ChoiceField,
    Field,
    FlagField,
    Form,
    ListField,
    TextField,
)
from agenda.schema.updates import half_day_field, update_form

NAME = Form(
    name="ten-in",
    noun="tên",
    shorthand="ten",
    fields=(
        Field(
            key="ten",
            label="Tên như bản in",
            about="Tên đúng như in trong văn bản.",
            shape=TextField(examples=("Đ/c Hoàn PGĐ",)),
            required=True,
        ),
        Field(
            key="ma",
            label="Mã trong danh bạ",
            about="Chỉ ghi khi tên in trùng với nhiều người: mã của người được nói đến.",
            shape=TextField(pattern=CODE, examples=("do-khoa-van",)),
        ),
    ),
)

ITEM = Form(
    name="viec",
    noun="việc",
    shorthand="noi_dung",
    fields=(
        Field(
            key="ma",
            label="Mã",
            about="Mã cố định của việc, do công cụ ghi; không sửa, không dùng lại.",
            shape=TextField(pattern=CODE),
        ),
        Field(
            key="noi_dung",
            label="Nội dung công việc",
            about="Nội dung công việc, đúng từng chữ như văn bản.",
            shape=TextField(examples=("Lễ chào cờ",)),
            required=True,
        ),
        Field(
            key="gio",
            label="Giờ",
            about="Giờ bắt đầu, hoặc giờ bắt đầu và kết thúc; 22:00-01:00 là kết thúc hôm sau.",
            shape=TextField(examples=("08:00", "08:00-09:30", "14 giờ 30")),
        ),
        Field(
            key="dia_diem",
            label="Địa điểm",
            about="Nơi diễn ra, như văn bản ghi.",
            shape=TextField(),
        ),
        Field(
            key="chuan_bi",
            label="Cơ quan chuẩn bị",
            about="Cơ quan chuẩn bị, như văn bản ghi; nhiều cơ quan thì viết thành danh sách.",
            shape=ListField(shape=NAME, or_one=True),
        ),
        Field(
            key="lanh_dao",
            label="Lãnh đạo Sở",
            about="Lãnh đạo tham dự, như văn bản ghi; nhiều người thì viết thành danh sách.",
            shape=ListField(shape=NAME, or_one=True),
        ),
        Field(
            key="thanh_phan",
            label="Thành phần",
            about="Thành phần tham dự, như văn bản ghi.",
            shape=TextField(),
        ),
        Field(key="ghi_chu", label="Ghi chú", about="Ghi chú của văn bản.", shape=TextField()),
        Field(
            key="trang_thai",
            label="Tình trạng",
            about="Chỉ ghi khi việc không diễn ra như đã định.",
            shape=ChoiceField(
                meanings={
                    Status.CANCELLED.value: "hủy",
                    Status.POSTPONED.value: "hoãn, chưa định ngày",
                    Status.MOVED.value: "đổi sang lúc ghi ở doi_sang",
                },
                spellings={
                    "huy": Status.CANCELLED.value,
                    "hủy": Status.CANCELLED.value,
                    "hoan": Status.POSTPONED.value,
                    "hoãn": Status.POSTPONED.value,
                    "doi": Status.MOVED.value,
                    "đổi": Status.MOVED.value,
                    "dời": Status.MOVED.value,
                },
            ),
        ),
        Field(
            key="doi_sang",
            label="Đổi sang",
            about="Ngày mới khi trang_thai là doi, kèm buổi hoặc giờ nếu biết; nhiều ngày thì ghi "
            "ngày đầu - ngày cuối.",
            shape=TextField(
                pattern=SLOT,
                examples=(
                    "2021-05-20 chieu",
                    "2021-05-20 09:00-11:00",
                    "2021-05-20 - 2021-05-22",
                ),
            ),
        ),
        Field(
            key="ly_do",
            label="Lý do",
            about="Lý do hủy, hoãn hoặc đổi, nếu có văn bản nêu.",
            shape=TextField(),
        ),
    ),
)

HALF_DAY_LABELS = {
    HalfDay.MORNING: "Sáng",
    HalfDay.AFTERNOON: "Chiều",
    HalfDay.EVENING: "Tối",
    HalfDay.ALL_DAY: "Cả ngày",
}

ENTRY = Form(
    name="ngay",
    noun="Ngày",
    title_key="ngay",
    fields=(
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày trong tháng (4), nhiều ngày (1-3), hoặc sang tháng khác (30/4-3/5).",
            shape=TextField(pattern=DAYS, examples=("4", "1-3", "30/4-3/5")),
            required=True,
        ),
        Field(
            key="nghi",
            label="Nghỉ",
            about="Chữ in cho ngày nghỉ hoặc ngày đặc biệt.",
            shape=TextField(examples=("Thứ Bảy, Chủ nhật",)),
        ),
        *(
            Field(
                key=half_day.value,
                label=label,
                about=f"Các việc {label.lower()}; để trống nếu văn bản để trống.",
                shape=ListField(shape=ITEM, or_one=True),
            )
            for half_day, label in HALF_DAY_LABELS.items()
        ),
    ),
)

DOCUMENT = Form(
    name="van-ban",
    noun="văn bản",
    fields=(
        Field(
            key="so",
            label="Số, ký hiệu",
            about="Số và ký hiệu văn bản; bỏ trống nếu văn bản không ghi.",
            shape=TextField(examples=("12/CTr-SKHCN",)),
        ),
        Field(
            key="noi_ban_hanh",
            label="Nơi ban hành",
            about="Địa danh ghi cùng ngày ký.",
            shape=TextField(examples=("Hà Tĩnh",)),
        ),
        Field(
            key="ngay_ban_hanh",
            label="Ngày ban hành",
            about="Ngày ký, viết năm-tháng-ngày.",
            shape=TextField(pattern=DATE, examples=("2021-05-04",)),
            required=True,
        ),
        Field(key="nguoi_ky", label="Người ký", about="Họ tên người ký.", shape=TextField()),
        Field(key="chuc_vu", label="Chức vụ", about="Chức vụ người ký.", shape=TextField()),
        Field(
            key="tep",
            label="Tệp bản ký",
            about="Đường dẫn bản ký trong thư mục agendas, nếu được công bố.",
            shape=TextField(examples=("tep/2021-05.pdf",)),
        ),
        Field(
            key="tep_da_che",
            label="Tệp đã che",
            about="Số chỗ ghi [không công bố] của tháng mà người nhập đã xem là tệp bản ký cũng "
            "che; chỉ ghi khi công cụ không đọc được chữ của tệp.",
            shape=TextField(pattern=COUNT, examples=("2",)),
        ),
        Field(
            key="nguon",
            label="Nguồn",
            about="Nguồn của dữ liệu khi không có tệp để công bố.",
            shape=TextField(),
        ),
    ),
)

CORRECTION = Form(
    name="hieu-dinh",
    noun="chỗ",
    fields=(
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày trong tháng có chữ được hiệu đính; bỏ trống nếu ở phần khác.",
            shape=TextField(pattern=DAY),
        ),
        Field(
            key="nguyen_van",
            label="Nguyên văn",
            about="Chữ trong văn bản.",
            shape=TextField(examples=("Hợp soát xét",)),
        ),
        Field(
            key="sua_thanh",
            label="Sửa thành",
            about="Chữ đã sửa, như đang đăng.",
            shape=TextField(examples=("Họp soát xét",)),
        ),
        Field(
            key="giu_nguyen",
            label="Giữ nguyên",
            about="Ghi khi còn ngờ mà vẫn giữ như bản in: ngờ điều gì.",
            shape=TextField(),
        ),
    ),
)

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
