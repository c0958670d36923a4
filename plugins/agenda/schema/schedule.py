"""Define the fields of a row of the schedule and of its items."""

from agenda.model import HalfDay, Status
from agenda.schema.fields import CODE, DAYS, SLOT, ChoiceField, Field, Form, ListField, TextField

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
