"""Read the updates of a file, from the newest to the oldest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yaml.nodes import MappingNode

from agenda.model import HalfDay, Item, PlainValue, ScheduleEntry, Update, YearMonth
from agenda.model.calendar import dates_between
from agenda.source.checks import check_text
from agenda.source.items import ItemReader, parse_scalar
from agenda.source.privacy import PrivacyCheck
from agenda.source.updates.checks import (
    check_keys,
    check_target,
    check_withheld,
    report_former_problems,
    report_no_change,
)
from agenda.source.updates.values import (
    current_values,
    keys_of_target,
    plain_values,
    written_keys,
)
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, scalars_in, texts_in
from agenda.source.yaml.values import parse_count, parse_date, parse_days

_WHOLE_ITEM = ("ngay", "buoi", "noi_dung")
"""The keys without which a removed item cannot be shown."""


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
    items as they were before an update, and reports to `former`. `amended` is the date of an
    amendment, None for a first document.
    """

    def __init__(
        self,
        *,
        month: YearMonth,
        amended: date | None,
        collector: ProblemCollector,
        privacy: PrivacyCheck,
        former: ProblemCollector,
        former_items: ItemReader,
    ) -> None:
        self._month = month
        self._amended = amended
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
        report_former_problems(self._former.problems, records, self._collector)
        return tuple(update for update in reversed(updates) if update is not None)

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
            elif scalar is not None and day is not None and self._amended and day < self._amended:
                self._collector.error(
                    "update-copied",
                    scalar.position,
                    f'ngày "{scalar.text}" sớm hơn ngày ban hành bản điều chỉnh này',
                    "bỏ dòng này nếu chép từ tệp của bản trước: dòng ấy chỉ ghi ở tệp của bản "
                    "trước; nếu không, sửa lại ngày",
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
        if (
            target is None
            or former is None
            or not check_target(target, self._month, self._collector)
        ):
            return None
        given = former if isinstance(former.node, MappingNode) else None
        if given is not None and not check_keys(target, given, self._collector):
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
            report_no_change(target, self._collector)
        if given is not None and now is not None:
            values = now.record.values
            check_withheld(
                given, lambda key: texts_in(values[key]) if key in values else (), self._collector
            )
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
            report_no_change(target, self._collector)
        if given is not None:
            check_withheld(
                given, lambda _: (now,) if isinstance(now, str) else now or (), self._collector
            )
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
