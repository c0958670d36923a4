"""CardAnswer the cards of a session: each answer is an edit of a draft, checked like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agenda.editing.action import Action
from agenda.editing.checks.errors import refuse
from agenda.editing.corrections import SetCorrection
from agenda.editing.drafts.cards import Card, CardAnswer, CardSource
from agenda.editing.drafts.collecting import ONCE, current_problems, with_current_problems
from agenda.editing.drafts.draft_file import UNLISTED
from agenda.editing.drafts.finishing import existing_files, write_drafts
from agenda.editing.drafts.pairing import (
    AmendmentComparison,
    SetItemCode,
    compare_amendment,
    new_code,
)
from agenda.editing.drafts.replacing import replacing_actions, replacing_everywhere
from agenda.editing.drafts.session import ImportSession, SessionState, SessionStore
from agenda.editing.items import read_items
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import EditSaved, Outcome, Values
from agenda.editing.recording import PublishedMonths, Reason
from agenda.editing.saving import Preparation, PreparedEdit
from agenda.editing.workspace import Workspace
from agenda.model import Agenda, PlainValue, YearMonth
from agenda.source.scope import format_days
from agenda.source.yaml.values import parse_day
from agenda.vietnam.privacy.detector import WITHHELD

_PUBLIC = "cong_khai"
_UNLISTED_DAYS = "khong_neu"
_AS_PRINTED = "văn bản ghi như vậy"


class DraftReview:
    """The review of the drafts in a store against the files of a workspace."""

    def __init__(self, store: SessionStore, workspace: Workspace) -> None:
        self.store = store
        self._workspace = workspace
        self._preparation = Preparation(
            folder=workspace.folder,
            load=workspace.load_file,
            published=PublishedMonths(workspace.folder),  # not read: a draft is not published
        )

    def find(self, session_id: str) -> ImportSession | None:
        """Return a session, whose cards agree with what the check finds now."""
        with self.store.lock:
            session = self.store.find(session_id)
            if session is None or session.state is not SessionState.REVIEW:
                return session
            return self._checked(session)

    def edit(
        self,
        session: ImportSession,
        draft: int,
        actions: Sequence[Action],
        card: int | None = None,
        answer: CardAnswer = CardAnswer.FIXED,
    ) -> Outcome:
        """Apply edits to a draft, and close the card that they answer."""
        with self.store.lock:
            session = self.store.find(session.id) or session
            before = session.drafts[draft]
            text = before.text
            for action in actions:
                prepared = self._preparation.prepare(before.name, text, action, None)
                if not isinstance(prepared, PreparedEdit):
                    return prepared
                text = prepared.text
            changed = session.with_text(draft, text)
            if card is not None:
                changed = changed.answered(card, answer)
            self._checked(changed)
            known = read_items(before.text)
            added = tuple(code for code in read_items(text) if code not in known)
            return EditSaved(changed=text != before.text, new_codes=added)

    def keep(self, session: ImportSession, card: Card) -> Outcome:
        """Close a card whose words are correct as printed.

        Private words become public words. A warning is acknowledged in the file, or else it would
        still stop a publication.
        """
        if card.kind == "private-detail":
            base = read_header(session.drafts[card.draft].text)
            values = {**base, _PUBLIC: (*_as_tuple(base.get(_PUBLIC)), card.value)}
            action = SetHeader(base=base, values=values)
            return self.edit(session, card.draft, [action], card.number, CardAnswer.CORRECT)
        if card.is_error:
            return refuse(session.drafts[card.draft].name, card.kind, card.message, card.remedy)
        actions = self._acknowledging(session, card)
        return self.edit(session, card.draft, actions, card.number, CardAnswer.CORRECT)

    def correct_misprint(
        self, session: ImportSession, card: Card, values: Values, *, everywhere: bool = False
    ) -> Outcome:
        """Declare a misprint or a doubt about the document, with the keys of a correction.

        With `sua_thanh`, the item says the corrected words from now on; `everywhere`, all items
        do that have these words, and the correction is of no single day.
        """
        printed, corrected = values.get("nguyen_van"), values.get("sua_thanh")
        text = session.drafts[card.draft].text
        actions: list[Action] = []
        if everywhere:
            values = {**values, "ngay": None}
        if isinstance(printed, str) and isinstance(corrected, str):
            actions += (
                replacing_everywhere(text, printed, corrected)
                if everywhere
                else replacing_actions(text, card.target, printed, corrected)
            )
        actions.append(SetCorrection(base=None, values=values))
        return self.edit(session, card.draft, actions, card.number, CardAnswer.MISPRINT)

    def withhold(self, session: ImportSession, card: Card, words: str) -> Outcome:
        """Put the mark for withheld words in the place of some words of an item."""
        text = session.drafts[card.draft].text
        actions = replacing_actions(text, card.target, words, WITHHELD) if words else []
        if not actions:
            return refuse(
                session.drafts[card.draft].name,
                "words-not-found",
                f'không thấy "{words}" trong bản nháp',
                "ghi đúng từng chữ như trong bản nháp",
            )
        return self.edit(session, card.draft, actions, card.number, CardAnswer.WITHHELD)

    def reopen(self, session: ImportSession, number: int) -> None:
        """Open a card again."""
        with self.store.lock:
            session = self.store.find(session.id) or session
            cards = (replace(c, answer=None) if c.number == number else c for c in session.cards)
            self._checked(replace(session, cards=tuple(cards)))

    def finish(
        self,
        session: ImportSession,
        shown: Mapping[str, str],
        reason: Reason | None = None,
        *,
        keep_document: bool = False,
    ) -> Outcome:
        """Write the drafts into the folder of agendas, as `write_drafts` does."""
        with self.store.lock:
            session = self._checked(self.store.find(session.id) or session)
            outcome = write_drafts(
                self._workspace,
                session,
                self.store.document(session),
                shown,
                reason,
                keep_document=keep_document,
            )
            if isinstance(outcome, EditSaved):
                self.store.save(replace(session, state=SessionState.WRITTEN))
            return outcome

    def resume(self, session: ImportSession) -> None:
        """Open the drafts of a session again that was written, for instance after an undo."""
        with self.store.lock:
            found = self.store.find(session.id) or session
            if found.state is SessionState.WRITTEN:
                self._checked(replace(found, state=SessionState.REVIEW))

    def exists(self, session: ImportSession) -> tuple[str, ...]:
        """Return the names of the files that are there with another text."""
        return existing_files(self._workspace, session)

    def shown(self, session: ImportSession) -> Mapping[str, str]:
        """Return the digests of the files that its drafts would replace, as they are now."""
        return {draft.name: self._workspace.shown_digest(draft.name) for draft in session.drafts}

    def compare(self, session: ImportSession, draft: int) -> AmendmentComparison | None:
        """Return what a draft changes in its month; None if it is the first document."""
        return compare_amendment(self._agenda(session), session.drafts[draft].name)

    def pair(self, session: ImportSession, draft: int, code: str, earlier: str) -> Outcome:
        """Take an item of a draft for an earlier item of its month; for a new one without code."""
        if earlier == code:
            return EditSaved(changed=False)
        with self.store.lock:
            name = session.drafts[draft].name
            new = earlier or new_code(self._agenda(session), name, code)
            if new is None:
                return refuse(name, "unknown-item", "không thấy việc này", "tải lại trang")
            paired = self.edit(session, draft, [SetItemCode(code=code, earlier=new)])
            if isinstance(paired, EditSaved):
                edited = self.store.find(session.id) or session
                self._checked(edited.with_code(draft, code, new))
            return paired

    def _agenda(self, session: ImportSession) -> Agenda:
        reading = self._workspace.load({draft.name: draft.text for draft in session.drafts})
        return reading.agenda

    def _acknowledging(self, session: ImportSession, card: Card) -> list[Action]:
        """Return the edits that acknowledge a warning about words or about missing days."""
        draft = session.drafts[card.draft]
        if card.source is not CardSource.PROBLEM or card.kind in ONCE or not card.quoted:
            return []
        header = read_header(draft.text)
        if card.kind != UNLISTED:
            values = {"nguyen_van": card.quoted, "giu_nguyen": _AS_PRINTED}
            return [SetCorrection(base=None, values=values)]
        reading = self._workspace.load_file(draft.name, draft.text)
        found = current_problems(self._workspace.folder / draft.name, reading, draft)
        month = YearMonth.parse(draft.name[:7])
        days = format_days(
            parse_day(each.problem.value, month) for each in found if each.problem.kind == UNLISTED
        )
        known = _as_tuple(header.get(_UNLISTED_DAYS))
        all_days = (*known, *days.strip("[]").split(", "))
        return [SetHeader(base=header, values={**header, _UNLISTED_DAYS: all_days})]

    def _checked(self, session: ImportSession) -> ImportSession:
        """Store and return a session with the problems of its drafts as they are now."""
        reading = self._workspace.load({draft.name: draft.text for draft in session.drafts})
        problems = {
            index: current_problems(self._workspace.folder / draft.name, reading, draft)
            for index, draft in enumerate(session.drafts)
        }
        checked = with_current_problems(session, problems)
        if checked != self.store.find(session.id):
            self.store.save(checked)
        return checked


def _as_tuple(value: PlainValue) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
