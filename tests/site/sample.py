"""An agenda with a text of the caller in every field, to follow each to the pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from agenda.model import (
    Abbreviation,
    Agenda,
    Correction,
    Directory,
    Group,
    HalfDay,
    Mention,
    Person,
    Revision,
    ScheduleEntry,
    SignedDocument,
    Slot,
    Status,
    Title,
    Unit,
    Update,
    Withdrawal,
)
from agenda.model.composition import build_months
from tests.may import ITEM, MAY

ORIGINAL = "ban-ky.pdf"
"""The signed original, which has to be in the published folder."""


def make_sample(text: Callable[[str], str]) -> Agenda:
    """Return May 2021 with one of everything; `text("Item.venue")` gives the text of that field.

    Codes and paths are fixed: reading ensures that they fit into a URL.
    """
    directory = Directory(
        people=(
            Person(
                code="do-khoa-van",
                name=text("Person.name"),
                titles=(
                    Title(
                        name=text("Title.name"),
                        abbreviation=text("Title.abbreviation"),
                        since=date(2020, 1, 1),
                    ),
                ),
            ),
        ),
        units=(
            Unit(
                code="van-phong",
                name=text("Unit.name"),
                abbreviations=(text("Unit.abbreviations"),),
            ),
        ),
        groups=(
            Group(
                code="lanh-dao-so",
                name=text("Group.name"),
                abbreviations=(text("Group.abbreviations"),),
            ),
        ),
        abbreviations=(
            Abbreviation(short=text("Abbreviation.short"), full=text("Abbreviation.full")),
        ),
    )
    entries = _entries(text, directory)
    revision = Revision(
        month=MAY,
        number=1,
        document=SignedDocument(
            issued=date(2021, 5, 4),
            number=text("SignedDocument.number"),
            place=text("SignedDocument.place"),
            signer=text("SignedDocument.signer"),
            signer_title=text("SignedDocument.signer_title"),
            file=ORIGINAL,
            origin=text("SignedDocument.origin"),
        ),
        entries=entries,
        focus=(text("Revision.focus"),),
        caveat=text("Revision.caveat"),
        recipients=(text("Revision.recipients"),),
        corrections=(
            Correction(
                printed=text("Correction.printed"),
                day=date(2021, 5, 4),
                corrected=text("Correction.corrected"),
            ),
            Correction(printed=text("Correction.printed"), doubt=text("Correction.doubt")),
        ),
        public_words=(text("Revision.public_words"),),
        updates=(
            Update(
                day=date(2021, 5, 5),
                target="luu_y",
                before=(("luu_y", text("Update.before")),),
                reason=text("Update.reason"),
                after=(("luu_y", text("Update.after")),),
            ),
        ),
        source="agendas/2021-05.yml",
    )
    withdrawal = Withdrawal(
        urls=("2021/04/", "2021/05/#cv-b9"),
        day=date(2021, 6, 1),
        reason=text("Withdrawal.reason"),
        document=text("Withdrawal.document"),
    )
    return Agenda(months=build_months((revision,)), directory=directory, withdrawals=(withdrawal,))


def _entries(text: Callable[[str], str], directory: Directory) -> tuple[ScheduleEntry, ...]:
    (person,), (unit,), (group,) = directory.people, directory.units, directory.groups
    mentions = (
        Mention(text=text("Mention.text"), entry=person),
        Mention(text=text("Mention.text"), entry=unit, joiner=text("Mention.joiner")),
        Mention(text=text("Mention.text"), entry=None, joiner="\n"),
    )
    item = replace(
        ITEM,
        code="b1",
        last=date(2021, 5, 5),
        text=f"{text('Item.text')} {text('Abbreviation.short')} .",
        start=time(8),
        end=time(9),
        venue=text("Item.venue"),
        preparers=mentions,
        leaders=(Mention(text=text("Mention.text"), entry=group),),
        participants=text("Item.participants"),
        note=text("Item.note"),
        status=Status.MOVED,
        moved_to=Slot(date(2021, 5, 6), HalfDay.AFTERNOON),
        reason=text("Item.reason"),
    )
    return (
        ScheduleEntry(
            first=date(2021, 5, 1), last=date(2021, 5, 3), label=text("ScheduleEntry.label")
        ),
        ScheduleEntry(
            first=date(2021, 5, 4),
            last=date(2021, 5, 5),
            label=text("ScheduleEntry.label"),
            items=(item,),
        ),
    )
