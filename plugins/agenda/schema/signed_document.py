"""Define the fields of the signed document and of the corrections of its text."""

from agenda.schema.fields import COUNT, DATE, DAY, Field, Form, TextField

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
