"""Encode revisions as text for the cache, and decode them.

The text holds plain values by position. Its key includes the digest of the package, so that only
one version of the format is ever read.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from agenda.model import (
    Correction,
    Directory,
    DirectoryEntry,
    HalfDay,
    Item,
    Mention,
    Problem,
    Revision,
    ScheduleEntry,
    Status,
    Update,
    YearMonth,
)
from agenda.source.codec.parts import (
    read_document,
    read_problem,
    read_slot,
    read_values,
    write_problem,
    write_slot,
)

_STATUSES = {status.value: status for status in Status}


class MonthCodec:
    """A codec of revisions that writes directory entries as their numbers."""

    def __init__(self, directory: Directory) -> None:
        self._entries: Sequence[DirectoryEntry] = directory.entries
        self._numbers: Mapping[DirectoryEntry, int] = {
            entry: number for number, entry in enumerate(self._entries)
        }

    def write(self, revision: Revision, problems: Iterable[Problem]) -> str:
        """Encode a revision and the problems of its file as JSON."""
        return json.dumps(
            [self._write_revision(revision), [write_problem(problem) for problem in problems]],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    def read(self, text: str) -> tuple[Revision, list[Problem]]:
        """Decode a text of `write`."""
        revision, problems = json.loads(text)
        return self._read_revision(*revision), [read_problem(*row) for row in problems]

    def _write_revision(self, revision: Revision) -> list[Any]:
        document = revision.document
        return [
            str(revision.month),
            revision.number,
            [
                document.issued.isoformat(),
                document.number,
                document.place,
                document.signer,
                document.signer_title,
                document.file,
                document.origin,
                document.confirmed_redactions,
            ],
            None if revision.scope is None else [day.isoformat() for day in revision.scope],
            [
                [
                    entry.first.isoformat(),
                    entry.last.isoformat(),
                    entry.label,
                    [self._write_item(item) for item in entry.items],
                ]
                for entry in revision.entries
            ],
            revision.focus,
            revision.caveat,
            revision.recipients,
            [
                [
                    correction.printed,
                    correction.day and correction.day.isoformat(),
                    correction.corrected,
                    correction.doubt,
                ]
                for correction in revision.corrections
            ],
            revision.public_words,
            revision.source,
            [self._write_update(update) for update in revision.updates],
        ]

    def _read_revision(
        self,
        month: str,
        number: int,
        document: Sequence[Any],
        scope: Sequence[str] | None,
        entries: Sequence[Sequence[Any]],
        focus: Sequence[str],
        caveat: str | None,
        recipients: Sequence[str],
        corrections: Sequence[Sequence[str | None]],
        public_words: Sequence[str],
        source: str,
        updates: Sequence[Sequence[Any]],
    ) -> Revision:
        year_month = YearMonth.parse(month)
        return Revision(
            month=year_month,
            number=number,
            document=read_document(*document),
            scope=None if scope is None else tuple(map(date.fromisoformat, scope)),
            entries=tuple(
                ScheduleEntry(
                    first=date.fromisoformat(first),
                    last=date.fromisoformat(last),
                    label=label,
                    items=tuple(self._read_item(year_month, *item) for item in items),
                )
                for first, last, label, items in entries
            ),
            focus=tuple(focus),
            caveat=caveat,
            recipients=tuple(recipients),
            corrections=tuple(
                Correction(
                    printed=printed or "",
                    day=date.fromisoformat(day) if day else None,
                    corrected=corrected,
                    doubt=doubt,
                )
                for printed, day, corrected, doubt in corrections
            ),
            public_words=tuple(public_words),
            source=source,
            updates=tuple(self._read_update(year_month, *update) for update in updates),
        )

    def _write_update(self, update: Update) -> list[Any]:
        former, new = update.former_item, update.new_item
        return [
            update.day.isoformat(),
            update.target,
            update.before,
            update.reason,
            former and self._write_item(former),
            new and self._write_item(new),
            update.after,
        ]

    def _read_update(
        self,
        month: YearMonth,
        day: str,
        target: str,
        before: Sequence[Sequence[Any]] | None,
        reason: str | None,
        former: Sequence[Any] | None,
        new: Sequence[Any] | None,
        after: Sequence[Sequence[Any]],
    ) -> Update:
        return Update(
            day=date.fromisoformat(day),
            target=target,
            before=None if before is None else read_values(before),
            reason=reason,
            former_item=self._read_item(month, *former) if former else None,
            new_item=self._read_item(month, *new) if new else None,
            after=read_values(after),
        )

    def _write_item(self, item: Item) -> list[Any]:
        moved = item.moved_to
        return [
            item.code,
            item.first.isoformat(),
            item.last.isoformat(),
            item.half_day.value,
            item.text,
            item.start and item.start.isoformat(),
            item.end and item.end.isoformat(),
            item.venue,
            self._write_mentions(item.preparers),
            self._write_mentions(item.leaders),
            item.participants,
            item.note,
            item.status.value,
            moved and write_slot(moved),
            item.reason,
        ]

    def _read_item(
        self,
        month: YearMonth,
        code: str,
        first: str,
        last: str,
        half_day: str,
        text: str,
        start: str | None,
        end: str | None,
        venue: str | None,
        preparers: Sequence[Any],
        leaders: Sequence[Any],
        participants: str | None,
        note: str | None,
        status: str,
        moved_to: Sequence[Any] | None,
        reason: str | None,
    ) -> Item:
        return Item(
            month=month,
            code=code,
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            half_day=HalfDay(half_day),
            text=text,
            start=time.fromisoformat(start) if start else None,
            end=time.fromisoformat(end) if end else None,
            venue=venue,
            preparers=self._read_mentions(preparers),
            leaders=self._read_mentions(leaders),
            participants=participants,
            note=note,
            status=_STATUSES[status],
            moved_to=read_slot(*moved_to) if moved_to else None,
            reason=reason,
        )

    def _write_mentions(self, mentions: Iterable[Mention]) -> list[Any]:
        return [
            [
                mention.text,
                None if mention.entry is None else self._numbers[mention.entry],
                mention.joiner,
            ]
            for mention in mentions
        ]

    def _read_mentions(self, rows: Sequence[Any]) -> tuple[Mention, ...]:
        return tuple(
            Mention(
                text=text, entry=None if number is None else self._entries[number], joiner=joiner
            )
            for text, number, joiner in rows
        )
