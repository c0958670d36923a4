"""The type of what a page returns, and the pages for errors."""

from http import HTTPStatus
from typing import TypeAlias

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from agenda.editor.access import MAX_FORM
from agenda.importer.loading.reader import MAX_SIZE
from agenda.source.writing.files import error_reason

Answer: TypeAlias = ResponseReturnValue

_MESSAGES = {
    HTTPStatus.UNAUTHORIZED: (
        "Chưa mở được trang biên tập",
        "Trang này chỉ mở được bằng địa chỉ đầy đủ mà lệnh agenda edit đã in ra. Hãy mở lại địa "
        "chỉ ấy, hoặc dừng lệnh bằng Ctrl+C rồi chạy lại.",
    ),
    HTTPStatus.FORBIDDEN: (
        "Yêu cầu bị từ chối",
        "Yêu cầu này không đến từ cửa sổ biên tập đang mở. Chưa lưu gì. Hãy tải lại trang rồi làm "
        "lại.",
    ),
    HTTPStatus.NOT_FOUND: ("Không có trang này", "Địa chỉ này không có trong trang biên tập."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Yêu cầu bị từ chối", "Không dùng được địa chỉ này như vậy."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "Nội dung gửi lên quá lớn",
        f"Tệp văn bản không được lớn hơn {MAX_SIZE >> 20} MB, nội dung một biểu mẫu không quá "
        f"{MAX_FORM // 1000} kB. Chưa lưu gì.",
    ),
}


def handle_errors(app: Flask) -> None:
    """Answer errors with a page in Vietnamese."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OSError, _system_error)


def _http_error(error: HTTPException) -> Answer:
    if error.code is None or error.code < 400:
        return error.get_response()
    status = HTTPStatus(error.code)
    title, message = _MESSAGES.get(
        status, ("Có lỗi", f"Máy chủ báo lỗi {error.code}. Xem cửa sổ dòng lệnh để biết chi tiết.")
    )
    # Without a session a page may not load the styles of the editor.
    template = "refused.html" if status == HTTPStatus.UNAUTHORIZED else "error.html"
    return render_template(template, title=title, message=message), status


def _system_error(error: OSError) -> Answer:
    where = f" {error.filename}" if error.filename else ""
    message = (
        f"Không đọc hoặc ghi được{where}: {error_reason(error)}. Chưa lưu thay đổi vừa rồi. Hãy "
        "đóng tệp trong chương trình khác, rồi làm lại."
    )
    return render_template("error.html", title="Chưa lưu được", message=message), 500
