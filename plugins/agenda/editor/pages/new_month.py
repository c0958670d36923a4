"""The form that starts a month, with all its days."""

from datetime import date

from flask import Blueprint, flash, redirect, url_for

from agenda.editing.new_month import new_month
from agenda.editing.outcomes import EditRefused, EditSaved, Outcome
from agenda.editor.form_page import input_page, sent_form
from agenda.editor.forms import FormInput, SentForm
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import YearMonth
from agenda.source.yaml.values import YEARS, ValueProblem, parse_date
from agenda.vietnam.dates import full_date, month_name

blueprint = Blueprint("new_month", __name__, url_prefix="/thang-moi")

_MONTH, _YEAR, _ISSUED = "thang", "nam", "ngay_ban_hanh"


@blueprint.get("/")
def show() -> Answer:
    """Return the form of the month after the newest one, signed today."""
    months = current_services().workspace.load().agenda.months
    month = months[-1].month.next if months else YearMonth.of(date.today())
    return _form(
        {_MONTH: str(month.month), _YEAR: str(month.year), _ISSUED: full_date(date.today())}
    )


@blueprint.post("/")
def create() -> Answer:
    """Create the file of a month, unless there is one."""
    services, sent = current_services(), sent_form()
    month, issued, problems = _read(sent)
    name = f"{month}.yml"
    if month and (services.workspace.folder / name).exists():
        problems[_MONTH] = f"Đã có {month_name(month)}. Hãy mở tháng ấy để sửa."
    if problems or month is None or issued is None:
        return _form({key: sent.text(key) for key in (_MONTH, _YEAR, _ISSUED)}, problems), 422
    loaded = services.workspace.load()
    text = new_month(loaded.agenda, loaded.calendar, month, issued)
    outcome = services.workspace.replace(f"Lập {month_name(month)}", {name: text}, {name: ""})
    if not isinstance(outcome, EditSaved):
        problems[_MONTH] = f"Chưa lập được {month_name(month)}: {_reason(outcome)}."
        return _form({key: sent.text(key) for key in (_MONTH, _YEAR, _ISSUED)}, problems), 422
    services.preview.refresh()
    flash(
        f"Đã lập {month_name(month)}: ngày nghỉ đã ghi sẵn, hãy thêm việc vào từng ngày.", "saved"
    )
    return redirect(url_for("months.show", month=month), 303)


def _reason(outcome: Outcome) -> str:
    """Return why the file was not written."""
    if isinstance(outcome, EditRefused):
        return "; ".join(each.problem.message for each in outcome.problems)
    return "tệp của tháng vừa được lập ở nơi khác"


def _read(sent: SentForm) -> tuple[YearMonth | None, date | None, dict[str, str]]:
    """Return the month and the date of a form, and the problems by input."""
    problems: dict[str, str] = {}
    month, issued = None, None
    number, year = sent.text(_MONTH), sent.text(_YEAR)
    if not (number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 12):
        problems[_MONTH] = "Ghi số của tháng, từ 1 đến 12."
    if not (year.isdecimal() and len(year) == 4 and int(year) in YEARS):
        problems[_YEAR] = "Ghi năm bằng bốn chữ số, như 2021."
    if not problems:
        month = YearMonth(int(year), int(number))
    try:
        issued = parse_date(sent.text(_ISSUED))
    except ValueProblem as problem:
        problems[_ISSUED] = f"{problem.message}; {problem.remedy}"
    return month, issued, problems


def _form(values: dict[str, str], problems: dict[str, str] | None = None) -> str:
    labels = {
        _MONTH: ("Tháng", "Số của tháng, như 6."),
        _YEAR: ("Năm", "Như 2021."),
        _ISSUED: ("Ngày ký", "Ngày ghi trên văn bản, như 28/5/2021; sửa lại được sau này."),
    }
    return input_page(
        title="Lập tháng mới",
        name="thang-moi",
        action=url_for("new_month.create"),
        back=url_for("overview.show"),
        submit="Lập tháng",
        inputs=[
            FormInput(
                form="thang-moi",
                name=key,
                label=label,
                about=about,
                required=True,
                values=(values[key],),
                problems=(problems[key],) if problems and key in problems else (),
            )
            for key, (label, about) in labels.items()
        ],
    )
