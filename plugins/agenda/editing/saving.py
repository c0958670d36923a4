"""Turn an edit into the new text of a file, with all checks and without writing it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agenda.build.edited_months import Edit
from agenda.editing.action import Action
from agenda.editing.checks.coding import with_codes
from agenda.editing.checks.errors import blocking_errors, new_errors, refuse
from agenda.editing.checks.locating import locate_problems
from agenda.editing.checks.verification import new_codes, verify_untouched
from agenda.editing.items import RemoveItem
from agenda.editing.outcomes import EditConflict, EditRefused, FieldProblem, ReasonNeeded
from agenda.editing.recording import (
    PublishedMonths,
    Reason,
    changes_superseded,
    find_edits,
    record,
    without_undone_updates,
)
from agenda.source.directory import read_directory_record
from agenda.source.file_names import DIRECTORY, display_path
from agenda.source.folder import LoadedAgenda
from agenda.source.writing.codes import CodesNotWritable
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.schedule.items import read_month
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem

_SUPERSEDED = (
    "superseded-document",
    "văn bản này đã đăng, và văn bản sau đã thay chỗ này, nên nó giữ nguyên như đã ký",
    "sửa ở văn bản sau, là văn bản mà tháng đang theo",
)

_AMENDED_DAY = (
    "amended-day",
    "ngày này theo văn bản điều chỉnh, nên việc của văn bản trước chuyển tới đó sẽ không hiện nữa",
    "thêm việc ấy ở ngày mới; ở việc này thì mở mục Khác rồi chọn Đổi sang ngày khác, hoặc Xóa "
    "việc này nếu chưa đăng",
)

_UNREADABLE = (
    "unreadable-document",
    "một văn bản đã đăng của tháng này đang có lỗi hoặc thiếu, nên chưa ghi lại thay đổi được",
    "sửa tệp của văn bản ấy trước; trang của tháng có đường dẫn tới tệp",
)

_LOST_ENTRY = "trang của tên này đã đăng, nên địa chỉ cũ phải còn trong danh bạ"
_LOST_ENTRY_REMEDY = "giữ tên ấy, và giữ mã này ở mục Mã cũ"

_PASSED_NAME = "tên hoặc trang đã đăng sẽ thành của người hoặc đơn vị khác"
_PASSED_NAME_REMEDY = (
    "ghi người hoặc đơn vị mới thành một mục mới, hoặc đặt tên đủ họ và đệm để không trùng"
)

_UNTRACED = "tháng này đã đăng, và trang không có cách báo thay đổi này cho người đọc"
_UNTRACED_REMEDY = "để nguyên như đã đăng; văn bản điều chỉnh thì nhập thành bản điều chỉnh"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedEdit:
    """The new text of a file, and what is to be told about it."""

    text: str
    problems: tuple[FieldProblem, ...]
    new_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """The folder and the published data that an edit is prepared with."""

    folder: Path
    load: Callable[[str, str], LoadedAgenda]
    published: PublishedMonths

    def prepare(
        self, name: str, text: str, action: Action, reason: Reason | None
    ) -> PreparedEdit | EditRefused | EditConflict | ReasonNeeded:
        """Return the new text of a file, or why there is none."""
        file = display_path(self.folder / name)
        try:
            before = with_codes(self.load, self.folder, name, text)
            if (conflict := action.conflict(before)) is not None:
                return conflict
            edited = with_codes(self.load, self.folder, name, action.apply(before))
            after = self._tidy(name, before, edited)
        except ValueProblem as problem:
            return refuse(file, problem.kind, problem.message, problem.remedy)
        except CodesNotWritable:
            return refuse(file, "not-writable", "không ghi được mã của việc")
        except NotWritable as problem:
            return refuse(file, "not-writable", str(problem))
        if errors := new_errors(self.load(name, after), self.load(name, before)):
            return EditRefused(problems=locate_problems(name, after, errors))
        try:
            old, new = _record(name, before), _record(name, edited)
            verify_untouched(old, new, action.scope)
        except NotWritable as problem:
            refusal = refuse(file, "not-writable", str(problem))
            return EditRefused(problems=(*refusal.problems, *self._errors(name, before)))
        if self.published.lacks_document(self.load(name, before), name):
            return refuse(file, *_UNREADABLE)
        if self._hides_items(name, before, edited):
            return refuse(file, *_AMENDED_DAY)
        is_removal = isinstance(action, RemoveItem)
        recorded = self._recorded(name, before, after, reason, removes_item=is_removal)
        if not isinstance(recorded, str):
            return recorded
        return PreparedEdit(
            text=recorded,
            problems=located_problems(self.folder / name, recorded, self.load(name, recorded)),
            new_codes=tuple(sorted(new_codes(old, new))),
        )

    def prepare_text(
        self, name: str, before: str, after: str, reason: Reason | None
    ) -> PreparedEdit | EditRefused | ReasonNeeded:
        """Return a whole new text of a file, or why there is none; `before` may be empty."""
        file = display_path(self.folder / name)
        try:
            coded = with_codes(self.load, self.folder, name, after)
            if before:
                coded = self._tidy(name, before, coded)
        except CodesNotWritable:
            return refuse(file, "not-writable", "không ghi được mã của việc")
        except NotWritable as problem:
            return refuse(file, "not-writable", str(problem))
        if problems := self._errors(name, coded):
            return EditRefused(problems=problems)
        recorded = self._recorded(name, before, coded, reason)
        if not isinstance(recorded, str):
            return recorded
        problems = located_problems(self.folder / name, recorded, self.load(name, recorded))
        return PreparedEdit(text=recorded, problems=problems, new_codes=())

    def unrecorded_edits(self, name: str, before: str, after: str) -> tuple[Edit, ...]:
        """Return the edits of published places that a new text brings without a record."""
        edits = find_edits(self.published, self.load(name, after), name)
        return edits.since(find_edits(self.published, self.load(name, before), name))

    def is_superseded(self, name: str, before: str, after: str) -> bool:
        """Return whether a new text changes a published document that a later one amended."""
        return changes_superseded(
            self.published, self.load(name, before), self.load(name, after), name
        )

    def published_refusal(self, name: str, before: str, after: str) -> EditRefused | None:
        """Return why a new text may not change what is published; no record could tell it."""
        file = display_path(self.folder / name)
        if self.is_superseded(name, before, after):
            return refuse(file, *_SUPERSEDED)
        if untraced := self._untraced(name, before, after):
            return refuse(file, "untraced-change", f"{_UNTRACED}: {untraced}", _UNTRACED_REMEDY)
        if name == DIRECTORY and (lost := self._lost_entries(before, after)):
            return refuse(file, "published-entry", f"{_LOST_ENTRY}: {lost}", _LOST_ENTRY_REMEDY)
        if name == DIRECTORY and (passed := self._passed_names(before, after)):
            return refuse(file, "published-name", f"{_PASSED_NAME}: {passed}", _PASSED_NAME_REMEDY)
        return None

    def _lost_entries(self, before: str, after: str) -> str:
        """Return the published codes that a new text of the directory no longer knows."""
        lost = self.published.lost_entries(self.load(DIRECTORY, after).agenda.directory)
        if lost and not self._errors(DIRECTORY, before):
            lost -= self.published.lost_entries(self.load(DIRECTORY, before).agenda.directory)
        return ", ".join(sorted(lost))

    def _passed_names(self, before: str, after: str) -> str:
        """Return the published names that a new text of the directory gives to another entry."""
        passed = self.published.passed_names(self.load(DIRECTORY, after))
        if passed and not self._errors(DIRECTORY, before):
            passed -= self.published.passed_names(self.load(DIRECTORY, before))
        return ", ".join(sorted({what for _, what in passed}))

    def _hides_items(self, name: str, before: str, after: str) -> bool:
        """Return whether an item gets to a day that a later document covers without it."""
        shown, listed = _item_codes(self.load(name, after), name)
        return bool(_item_codes(self.load(name, before), name)[0] & listed - shown)

    def _untraced(self, name: str, before: str, after: str) -> str:
        """Return what a new text changes of a published month, though no record can tell it."""
        new = self.published.untraced(self.load(name, after), name)
        if new:
            new -= self.published.untraced(self.load(name, before), name)
        return ", ".join(sorted({what for _, what in new}))

    def _tidy(self, name: str, before: str, after: str) -> str:
        """Return the text without the unpublished updates that the edit has undone."""
        if name == DIRECTORY or "cap_nhat" not in after:
            return after
        known = find_edits(self.published, self.load(name, before), name).published_updates
        problems = self.load(name, after).problems
        return without_undone_updates(after, problems, self.folder / name, known)

    def _recorded(
        self,
        name: str,
        before: str,
        after: str,
        reason: Reason | None,
        *,
        removes_item: bool = False,
    ) -> str | EditRefused | ReasonNeeded:
        """Return the text with rows for the edits of published places."""
        new = self.unrecorded_edits(name, before, after)
        file = display_path(self.folder / name)
        if removes_item and any(edit.written is None for edit in new):
            return refuse(
                file, "published-item", "việc đã đăng thì không xóa được", "hủy hoặc hoãn việc này"
            )
        recorded = record(after, new, reason or Reason()) if new else after
        if (refusal := self.published_refusal(name, before, recorded)) is not None:
            return refusal
        if not new:
            return after
        if reason is None:
            return ReasonNeeded(edits=new)
        if errors := new_errors(self.load(name, recorded), self.load(name, after)):
            return EditRefused(problems=locate_problems(name, recorded, errors))
        return recorded

    def _errors(self, name: str, text: str) -> tuple[FieldProblem, ...]:
        reading = self.load(name, text)
        file = display_path(self.folder / name)
        errors = blocking_errors(each for each in reading.problems if each.location.file == file)
        return locate_problems(name, text, errors)


def located_problems(path: Path, text: str, reading: LoadedAgenda) -> tuple[FieldProblem, ...]:
    """Return the problems of one file, each with the place that it belongs to."""
    own = [each for each in reading.problems if each.location.file == display_path(path)]
    return locate_problems(path.name, text, own)


def _item_codes(reading: LoadedAgenda, name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of the items that the month of a file shows, and that the file lists."""
    found = ((m, r) for m in reading.agenda.months for r in m.revisions if r.file == name)
    month, revision = next(found, (None, None))
    if month is None or revision is None:
        return frozenset(), frozenset()
    return frozenset(i.code for i in month.items), frozenset(i.code for i in revision.items)


def _record(name: str, text: str) -> Record:
    if name != DIRECTORY:
        return read_month(text)
    record = read_directory_record(text, ProblemCollector(""))
    if record is None:
        raise NotWritable("tệp có lỗi")
    return record
