"""The one definition of every key a file may hold: the readers and the JSON Schema follow it."""

from dataclasses import dataclass

from agenda.model import HalfDay, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text; `pattern` is a regular expression for editors, the reader parses by itself."""

    pattern: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few words, each with its meaning."""

    meanings: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A free mapping from text to text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list; where `or_one`, a single value may stand without the list."""

    shape: "Shape"
    or_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A mapping with known keys.

    `noun` is what one of them is called in a message, followed by its number in the list or,
    where `title_key` is set, by the text of that key ("việc 2", "Ngày 4"). Where `shorthand` is
    set, plain text stands for a mapping with that key alone.
    """

    name: str
    noun: str
    fields: "tuple[Field, ...]"
    title_key: str | None = None
    shorthand: str | None = None

    def field(self, key: str) -> "Field | None":
        return next((field for field in self.fields if field.key == key), None)


Shape = Text | Choice | Table | ListOf | Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of a form: `label` in the words of the paper, `about` what to write there."""

    key: str
    label: str
    about: str
    shape: Shape
    required: bool = False


ONE_DAY = r"\d{1,2}(\s*/\s*\d{1,2})?"
DATE = r"^\d{4}-\d{2}-\d{2}$"
DAY = rf"^{ONE_DAY}$|{DATE}"
DAYS = rf"^{ONE_DAY}(\s*[-–—]\s*{ONE_DAY})?$|{DATE}"
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
DATE_OR_MONTH = r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$"
SLOT = r"^\d{4}-\d{2}-\d{2}( +(sang|chieu|toi|ca_ngay))?$"
CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"

NAME = Form(
    name="ten-in",
    noun="tên",
    shorthand="ten",
    fields=(
        Field(
            key="ten",
            label="Tên như bản in",
            about="Tên đúng như in trong văn bản.",
            shape=Text(examples=("Đ/c Hoàn PGĐ",)),
            required=True,
        ),
        Field(
            key="ma",
            label="Mã trong danh bạ",
            about="Chỉ ghi khi tên in trùng với nhiều người: mã của người được nói đến.",
            shape=Text(pattern=CODE, examples=("do-khoa-van",)),
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
            shape=Text(pattern=CODE),
        ),
        Field(
            key="noi_dung",
            label="Nội dung công việc",
            about="Nội dung công việc, đúng từng chữ như văn bản.",
            shape=Text(examples=("Lễ chào cờ",)),
            required=True,
        ),
        Field(
            key="gio",
            label="Giờ",
            about="Giờ bắt đầu, hoặc giờ bắt đầu và kết thúc.",
            shape=Text(examples=("08:00", "08:00-09:30", "14 giờ 30")),
        ),
        Field(
            key="dia_diem",
            label="Địa điểm",
            about="Nơi diễn ra, như văn bản ghi.",
            shape=Text(),
        ),
        Field(
            key="chuan_bi",
            label="Cơ quan chuẩn bị",
            about="Cơ quan chuẩn bị, như văn bản ghi; nhiều cơ quan thì viết thành danh sách.",
            shape=ListOf(shape=NAME, or_one=True),
        ),
        Field(
            key="lanh_dao",
            label="Lãnh đạo Sở",
            about="Lãnh đạo tham dự, như văn bản ghi; nhiều người thì viết thành danh sách.",
            shape=ListOf(shape=NAME, or_one=True),
        ),
        Field(
            key="thanh_phan",
            label="Thành phần",
            about="Thành phần tham dự, như văn bản ghi.",
            shape=Text(),
        ),
        Field(key="ghi_chu", label="Ghi chú", about="Ghi chú của văn bản.", shape=Text()),
        Field(
            key="trang_thai",
            label="Tình trạng",
            about="Chỉ ghi khi việc không diễn ra như đã định.",
            shape=Choice(
                meanings={
                    Status.CANCELLED.value: "hủy",
                    Status.POSTPONED.value: "hoãn, chưa định ngày",
                    Status.MOVED.value: "đổi sang lúc ghi ở doi_sang",
                }
            ),
        ),
        Field(
            key="doi_sang",
            label="Đổi sang",
            about="Ngày và buổi mới khi trang_thai là doi.",
            shape=Text(pattern=SLOT, examples=("2021-05-20 chieu",)),
        ),
        Field(
            key="ly_do",
            label="Lý do",
            about="Lý do hủy, hoãn hoặc đổi, nếu có văn bản nêu.",
            shape=Text(),
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
            shape=Text(pattern=DAYS, examples=("4", "1-3", "30/4-3/5")),
            required=True,
        ),
        Field(
            key="nghi",
            label="Nghỉ",
            about="Chữ in cho ngày nghỉ hoặc ngày đặc biệt.",
            shape=Text(examples=("Thứ Bảy, Chủ nhật",)),
        ),
        *(
            Field(
                key=half_day.value,
                label=label,
                about=f"Các việc {label.lower()}; để trống nếu văn bản để trống.",
                shape=ListOf(shape=ITEM, or_one=True),
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
            shape=Text(examples=("12/CTr-SKHCN",)),
        ),
        Field(
            key="noi_ban_hanh",
            label="Nơi ban hành",
            about="Địa danh ghi cùng ngày ký.",
            shape=Text(examples=("Hà Tĩnh",)),
        ),
        Field(
            key="ngay_ban_hanh",
            label="Ngày ban hành",
            about="Ngày ký, viết năm-tháng-ngày.",
            shape=Text(pattern=DATE, examples=("2021-05-04",)),
            required=True,
        ),
        Field(key="nguoi_ky", label="Người ký", about="Họ tên người ký.", shape=Text()),
        Field(key="chuc_vu", label="Chức vụ", about="Chức vụ người ký.", shape=Text()),
        Field(
            key="tep",
            label="Tệp bản ký",
            about="Đường dẫn bản ký trong thư mục agendas, nếu được công bố.",
            shape=Text(examples=("tep/2021-05.pdf",)),
        ),
        Field(
            key="nguon",
            label="Nguồn",
            about="Nguồn của dữ liệu khi không có tệp để công bố.",
            shape=Text(),
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
            shape=Text(pattern=DAY),
        ),
        Field(
            key="nguyen_van",
            label="Nguyên văn",
            about="Chữ trong văn bản.",
            shape=Text(examples=("Hợp soát xét",)),
        ),
        Field(
            key="sua_thanh",
            label="Sửa thành",
            about="Chữ đã sửa, như đang đăng.",
            shape=Text(examples=("Họp soát xét",)),
        ),
        Field(
            key="giu_nguyen",
            label="Giữ nguyên",
            about="Ghi khi còn ngờ mà vẫn giữ như bản in: ngờ điều gì.",
            shape=Text(),
        ),
    ),
)

MONTH_FILE = Form(
    name="thang",
    noun="tháng",
    fields=(
        Field(
            key="thang",
            label="Tháng",
            about="Tháng của chương trình, viết năm-tháng, trùng với tên tệp.",
            shape=Text(pattern=MONTH, examples=("2021-05",)),
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
            key="trong_tam",
            label="Nội dung công tác trọng tâm",
            about="Mục I của văn bản, mỗi đoạn một dòng.",
            shape=ListOf(shape=Text(), or_one=True),
        ),
        Field(
            key="luu_y",
            label="Lưu ý",
            about="Lưu ý chung in dưới mục II.",
            shape=Text(),
        ),
        Field(
            key="lich",
            label="Chương trình công tác",
            about="Mục II của văn bản: từng ngày, theo thứ tự trong văn bản.",
            shape=ListOf(shape=ENTRY),
            required=True,
        ),
        Field(
            key="noi_nhan",
            label="Nơi nhận",
            about="Danh sách nơi nhận.",
            shape=ListOf(shape=Text(), or_one=True),
        ),
        Field(
            key="hieu_dinh",
            label="Hiệu đính",
            about="Những chỗ người nhập đã sửa so với văn bản, hoặc còn ngờ mà giữ nguyên.",
            shape=ListOf(shape=CORRECTION),
        ),
    ),
)

CODE_FIELD = Field(
    key="ma",
    label="Mã",
    about="Mã dùng làm địa chỉ trang, cố định: chữ thường không dấu, số, gạch nối.",
    shape=Text(pattern=CODE, examples=("do-khoa-van",)),
    required=True,
)
NAME_FIELD = Field(
    key="ten", label="Tên", about="Tên như văn bản ghi.", shape=Text(), required=True
)
FORMER_CODES_FIELD = Field(
    key="ten_cu",
    label="Mã cũ",
    about="Những mã đã từng dùng; địa chỉ cũ vẫn phải mở được.",
    shape=ListOf(shape=Text(pattern=CODE), or_one=True),
)
ABBREVIATIONS_FIELD = Field(
    key="viet_tat",
    label="Tên viết tắt",
    about="Những cách viết khác gặp trong văn bản.",
    shape=ListOf(shape=Text(), or_one=True),
)
SINCE_FIELD = Field(
    key="tu",
    label="Từ",
    about="Từ tháng hoặc ngày này, nếu có văn bản nêu.",
    shape=Text(pattern=DATE_OR_MONTH, examples=("2021-05", "2021-05-04")),
)
UNTIL_FIELD = Field(
    key="den",
    label="Đến",
    about="Đến hết tháng hoặc ngày này, nếu có văn bản nêu.",
    shape=Text(pattern=DATE_OR_MONTH, examples=("2025-03", "2025-03-01")),
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
            shape=Text(examples=("PGĐ",)),
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
            shape=ListOf(shape=TITLE, or_one=True),
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
            shape=ListOf(shape=Text(pattern=CODE), or_one=True),
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
            shape=ListOf(shape=PERSON),
        ),
        Field(
            key="co_quan",
            label="Cơ quan",
            about="Những phòng, đơn vị được ghi ở cột cơ quan chuẩn bị.",
            shape=ListOf(shape=UNIT),
        ),
        Field(
            key="nhom",
            label="Nhóm",
            about="Những tên gọi chung, không phải một người hay một cơ quan.",
            shape=ListOf(shape=GROUP),
        ),
        Field(
            key="viet_tat",
            label="Chữ viết tắt",
            about="Chữ viết tắt và chữ đầy đủ, dùng cho bảng chữ viết tắt.",
            shape=Table(),
        ),
    ),
)

DAY_OFF = Form(
    name="ngay-nghi",
    noun="Ngày",
    title_key="ngay",
    fields=(
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày, viết năm-tháng-ngày.",
            shape=Text(pattern=DATE, examples=("2026-01-02",)),
            required=True,
        ),
        Field(
            key="ten",
            label="Tên",
            about="Tên ngày nghỉ, hoặc làm bù cho ngày nào.",
            shape=Text(),
            required=True,
        ),
        Field(
            key="van_ban",
            label="Văn bản",
            about="Văn bản quyết định việc nghỉ hoặc làm bù.",
            shape=Text(),
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
            shape=ListOf(shape=DAY_OFF),
        ),
        Field(
            key="lam_bu",
            label="Ngày làm bù",
            about="Những ngày cuối tuần phải đi làm.",
            shape=ListOf(shape=DAY_OFF),
        ),
    ),
)

WITHDRAWAL = Form(
    name="cho-go",
    noun="chỗ",
    fields=(
        Field(
            key="dia_chi",
            label="Địa chỉ",
            about="Địa chỉ đã đăng mà nay gỡ hoặc sửa, chép đúng như công cụ nêu.",
            shape=ListOf(shape=Text(examples=("/2021/05/#cv-x2bx",)), or_one=True),
            required=True,
        ),
        Field(
            key="ngay",
            label="Ngày",
            about="Ngày gỡ hoặc sửa, viết năm-tháng-ngày.",
            shape=Text(pattern=DATE, examples=("2021-06-10",)),
            required=True,
        ),
        Field(
            key="ly_do",
            label="Lý do",
            about="Vì sao gỡ hoặc sửa; người đọc sẽ thấy ở địa chỉ đó.",
            shape=Text(),
            required=True,
        ),
        Field(
            key="van_ban",
            label="Văn bản",
            about="Văn bản quyết định việc gỡ hoặc sửa, nếu có.",
            shape=Text(),
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
            shape=ListOf(shape=WITHDRAWAL),
        ),
    ),
)
