"""Read `cap_nhat`: changes after publication that no document makes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yaml.nodes import MappingNode

from agenda.model import HalfDay, Item, PlainValue, ScheduleEntry, Severity, Update, YearMonth
from agenda.model.calendar import dates_between
from agenda.schema.updates import DOCUMENT_KEYS, HEADER_KEYS
from agenda.source.checks import check_text
from agenda.source.items import ItemReader, parse_scalar
from agenda.source.privacy import PrivacyCheck
from agenda.source.update_values import (
    current_values,
    keys_of_target,
    plain_values,
    written_keys,
)
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, scalars_in, texts_in
from agenda.source.yaml.values import parse_count, parse_date, parse_days
from agenda.vietnam.privacy.detector import WITHHELD, may_contain_withheld

_WHOLE_ITEM = ("ngay", "buoi", "noi_dung")
"""The keys without which a removed item cannot be shown."""

_TARGETS = (
    "viết cv- rồi đến mã của việc (như cv-x2bx), ngay- rồi đến hai chữ số (như ngay-04), "
    "trong-tam- rồi đến số của đoạn (như trong-tam-2), hoặc một trong: "
    + ", ".join((*HEADER_KEYS, *DOCUMENT_KEYS))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ItemState:
    """The keys of an item at one moment, its days and its half-day."""

    record: Record
    first: date
    last: date
    half_day: HalfDay


class UpdateReader:
    """A reader of the updates of one file.

    It goes back from the newest update to the oldest, and undoes each. `former_items` reads the
    items as they were before an update, and reports to `former`.
    """

    def __init__(
        self,
        *,
        month: YearMonth,
        collector: ProblemCollector,
        privacy: PrivacyCheck,
        former: ProblemCollector,
        former_items: ItemReader,
    ) -> None:
        self._month = month
        self._collector = collector
        self._privacy = privacy
        self._former = former
        self._former_items = former_items
        self._items: dict[str, _ItemState] = {}
        self._values: dict[tuple[str, str], PlainValue] = {}

    def read(
        self,
        file: Record,
        entries: Sequence[ScheduleEntry],
        items: Iterable[tuple[ScheduleEntry, HalfDay, Record]],
    ) -> tuple[Update, ...]:
        """Read the updates of a file whose entries and items are given as they stand."""
        self._items = {
            code: _ItemState(record=item, first=entry.first, last=entry.last, half_day=half_day)
            for entry, half_day, item in items
            if (code := item.text("ma")) is not None
        }
        self._values = dict(current_values(file, entries, self._month))
        records = file.records("cap_nhat")
        days = list(self._days(records))
        pairs = zip(reversed(records), reversed(days), strict=True)
        updates = [self._update(record, day) for record, day in pairs]
        self._report_former_problems(records)
        return tuple(update for update in reversed(updates) if update is not None)

    def _report_former_problems(self, records: Sequence[Record]) -> None:
        """Report what is wrong with the former values.

        A former text may be the typing error that an update corrects: warnings do not count. An
        error outside `cap_nhat` means that the item was edited again after its last update.
        """
        known = set(self._collector.problems)
        lines = {
            line
            for record in records
            for line in range(record.node.start_mark.line, record.node.end_mark.line + 1)
        }
        for problem in dict.fromkeys(self._former.problems):
            if problem.severity is not Severity.ERROR or problem in known:
                continue
            if problem.location.line - 1 not in lines:
                problem = replace(
                    problem,
                    severity=Severity.WARNING,
                    kind="update-missing",
                    message="chỗ này đã sửa sau thay đổi ghi ở cap_nhat mà chưa ghi lại",
                    remedy="chạy agenda update để ghi thay đổi mới",
                )
            self._collector.problems.append(problem)

    def _days(self, records: Sequence[Record]) -> Iterator[date]:
        """Yield the day of each update. Report a day before that of the previous update."""
        latest = date.min
        for record in records:
            scalar = record.scalar("luc")
            day = parse_scalar(scalar, parse_date, self._collector)
            if scalar is not None and day is not None and day < latest:
                self._collector.error(
                    "update-order",
                    scalar.position,
                    f'ngày "{scalar.text}" sớm hơn ngày của dòng trên',
                    "ghi các thay đổi theo thứ tự thời gian, dòng mới ở cuối",
                    scalar.text,
                )
            latest = max(latest, day or latest)
            yield latest

    def _update(self, record: Record, day: date) -> Update | None:
        target, former, reason = record.scalar("cho"), record.record("truoc"), record.scalar("vi")
        if reason is not None:
            check_text(reason, self._collector)
            self._privacy.check(reason)
        if "truoc" not in written_keys(record):
            self._collector.error(
                "update-unclear",
                record.position,
                "thay đổi này không ghi giá trị trước khi đổi",
                "thêm truoc: {khóa: giá trị cũ}, hoặc truoc: null nếu là chỗ mới thêm",
            )
            return None
        if target is None or former is None or not self._is_known(target):
            return None
        given = former if isinstance(former.node, MappingNode) else None
        if given is not None and not self._check_keys(target, given):
            return None
        update = Update(
            day=day,
            target=target.text,
            before=None if given is None else tuple(plain_values(given)),
            reason=reason.text if reason else None,
        )
        if update.code is not None:
            return self._item_update(update, update.code, target, given)
        return self._text_update(update, target, given)

    def _is_known(self, target: Scalar) -> bool:
        day = target.text.removeprefix("ngay-")
        known = bool(keys_of_target(target.text))
        if known and day != target.text:
            known = day in {f"{each.day:02}" for each in self._month.dates()}
        if not known:
            self._collector.error(
                "update-target",
                target.position,
                f'không rõ "{target.text}" là chỗ nào',
                _TARGETS,
                target.text,
            )
        return known

    def _check_keys(self, target: Scalar, given: Record) -> bool:
        known = keys_of_target(target.text)
        keys = written_keys(given)
        for key in (key for key in keys if key not in known):
            self._collector.error(
                "update-key",
                given.position,
                f'"{target.text}" không có khóa "{key}"',
                f"các khóa dùng được ở đây: {', '.join(known)}",
                key,
            )
        if not keys and not given.node.value:
            self._collector.error(
                "update-unclear",
                given.position,
                "thay đổi này không ghi giá trị trước khi đổi",
                "ghi từng khóa đã đổi với giá trị cũ, hoặc null nếu là chỗ mới thêm",
            )
        return bool(keys) and set(keys) <= set(known)

    def _item_update(
        self, update: Update, code: str, target: Scalar, given: Record | None
    ) -> Update | None:
        now = self._items.get(code)
        if now is None and (given is None or any(key not in given.values for key in _WHOLE_ITEM)):
            self._collector.error(
                "update-target",
                target.position,
                f'trong tệp này không có việc mã "{code}"',
                "sửa lại mã; nếu việc đã bỏ thì ghi cả việc cũ vào truoc, có đủ "
                f"{', '.join(_WHOLE_ITEM)}",
                target.text,
            )
            return None
        former = None if given is None else self._former_state(given, now)
        if former is None:
            self._items.pop(code, None)
        else:
            self._items[code] = former
        update = replace(
            update, former_item=self._item(code, former), new_item=self._item(code, now)
        )
        if update.former_item is not None and update.former_item == update.new_item:
            self._report_no_change(target)
        if given is not None and now is not None:
            values = now.record.values
            self._check_withheld(given, lambda key: texts_in(values[key]) if key in values else ())
        return update

    def _former_state(self, given: Record, now: _ItemState | None) -> _ItemState | None:
        """Return an item before an update that gives these values. Report what is malformed."""
        days = parse_scalar(
            given.scalar("ngay"), lambda text: parse_days(text, self._month), self._collector
        )
        parse_scalar(given.scalar("thu_tu"), parse_count, self._collector)
        if days is None:
            days = (now.first, now.last) if now else (self._month.first, self._month.first)
        half_day = given.text("buoi")
        cleared = set(written_keys(given)) - given.values.keys()
        values = {**(now.record.values if now else {}), **given.values}
        form = now.record.form if now else given.form
        return _ItemState(
            record=Record(
                form,
                given.node,
                given.path,
                {key: value for key, value in values.items() if key not in cleared},
            ),
            first=days[0],
            last=days[1],
            half_day=HalfDay(half_day) if half_day else now.half_day if now else HalfDay.ALL_DAY,
        )

    def _item(self, code: str, state: _ItemState | None) -> Item | None:
        if state is None:
            return None
        item = self._former_items.read(state.record, state.first, state.last, state.half_day)
        return replace(item, code=code) if item else None

    def _text_update(self, update: Update, target: Scalar, given: Record | None) -> Update:
        for scalar in scalars_in(given) if given is not None else ():
            self._privacy.check(scalar)
        key = keys_of_target(target.text)[-1]
        former = dict(update.before or ()).get(key)
        targets = self._targets(target.text, given)
        now = self._values.get((targets[0], key))
        if former == now:
            self._report_no_change(target)
        if given is not None:
            self._check_withheld(given, lambda _: (now,) if isinstance(now, str) else now or ())
        for each in targets:
            self._values[each, key] = former
        return replace(update, after=((key, now),))

    def _targets(self, target: str, given: Record | None) -> Sequence[str]:
        """Return the targets of an update: several days if it names a range of days."""
        scalar = given.scalar("ngay") if given is not None else None
        days = parse_scalar(scalar, lambda text: parse_days(text, self._month), self._collector)
        if days is None:
            return (target,)
        return [f"ngay-{day.day:02}" for day in dates_between(*days) if day in self._month]

    def _report_no_change(self, target: Scalar) -> None:
        self._collector.warning(
            "update-nothing",
            target.position,
            f'giá trị ở truoc của "{target.text}" trùng với giá trị sau khi đổi',
            "vừa sửa lại chỗ này thì chạy agenda update để ghi thay đổi mới; nếu không thì ghi giá "
            "trị cũ vào truoc, hoặc bỏ dòng này nếu chưa đăng",
            target.text,
        )

    def _check_withheld(self, given: Record, new_texts: Callable[[str], Iterable[str]]) -> None:
        """Report a former text that is hidden although the new one withholds nothing."""
        for key, value in given.values.items():
            hidden = next((each for each in scalars_in(value) if each.text == WITHHELD), None)
            if hidden is not None and not any(map(may_contain_withheld, new_texts(key))):
                self._collector.error(
                    "update-withheld",
                    hidden.position,
                    f"giá trị cũ ghi {WITHHELD}, mà giá trị mới không che chữ nào",
                    "ghi đúng giá trị cũ đã đăng",
                    hidden.text,
                )
