"""Puts together what the end of a page cut: rows of a table, and sentences within them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agenda.importer.columns import CONTENTS, Role
from agenda.importer.cutting import cut_content
from agenda.importer.lines import filled
from agenda.importer.remarks import Remarks
from agenda.importer.strips import Strip

_SENTENCE_END = re.compile(r"[.;!?:]\s*$")


def join_broken(strips: Sequence[Strip], remarks: Remarks) -> list[Strip]:
    """Put together again what the end of a page cut: rows, and sentences within them."""
    joined: list[Strip] = []
    waiting: Strip | None = None
    for number, strip in enumerate(strips):
        following = strips[number + 1] if number + 1 < len(strips) else None
        current = strip
        if waiting is not None:
            current = _appended(waiting, strip, when=strip)
            waiting = None
        elif joined and _goes_on_from(joined[-1], current):
            joined[-1] = _appended(joined[-1], current, when=joined[-1])
            continue
        if following is not None and _belongs_to_next(current, following, joined):
            remarks.doubt(
                "row-broken",
                current.place,
                "hàng không ghi ngày, nội dung đọc tiếp ở hàng sau: coi hai hàng là một",
                current.text,
            )
            waiting = current
        else:
            joined.append(current)
    return joined


def _goes_on_from(before: Strip, strip: Strip) -> bool:
    """Whether a row without a day, or with that of the row before, reads on mid-sentence."""
    if not strip.carried and strip.printed != before.printed and not strip.continued:
        return False
    if strip.people or (strip.printed and strip.printed != before.printed):
        return False
    if not strip.carried:
        return _mid_sentence(before, strip)
    return _mid_sentence(before, strip) or strip.continued or _fills_up(before, strip)


def _fills_up(before: Strip, strip: Strip) -> bool:
    """Whether names at the end of a page are too many for its row, and just enough for both."""
    if before.place.page == strip.place.page:
        return False
    items, more = (len(cut_content(each.content, Remarks()).cuts) for each in (before, strip))
    counts = [
        (len(filled(before.of(role))), len(filled(strip.of(role))))
        for role in (Role.PREPARER, Role.LEADER, Role.PARTICIPANTS)
    ]
    return any(1 < names != items and names + others == items + more for names, others in counts)


def _belongs_to_next(strip: Strip, following: Strip, joined: Sequence[Strip]) -> bool:
    """Whether a row without a day is the first part of the row after it, which names one."""
    if strip.people or not strip.content or not strip.carried:
        return False
    if following.carried or not following.when.spans:
        return False
    if _mid_sentence(strip, following):
        return True
    if not joined:
        return True
    return _starts_again(strip, joined[-1]) and not _names_half(following, "sáng")


def _mid_sentence(before: Strip, after: Strip) -> bool:
    last = next((line for line in reversed(before.content) if line.text), None)
    first = next((line for line in after.content if line.text), None)
    if last is None or first is None or first.sign or _SENTENCE_END.search(last.text):
        return False
    if re.match(r"\d{1,2}\s*(?:[hg:]|giờ)", first.text, re.IGNORECASE):
        return False
    if first.text[0].islower() or re.match(r"\d+\s*[;.,)]", first.text):
        return True
    # A row of its own day may well begin with a number: "02 đoàn …".
    return after.carried and first.text[0].isdigit()


def _starts_again(strip: Strip, before: Strip) -> bool:
    """Whether the morning is announced where the row before has had its own."""
    return _names_half(strip, "sáng") and _names_half(before, "sáng") and before.days == strip.days


def _names_half(strip: Strip, word: str) -> bool:
    pattern = re.compile(rf"\b{word}\s*:", re.IGNORECASE)
    return any(pattern.search(line.text) for line in strip.content)


def _appended(first: Strip, second: Strip, *, when: Strip) -> Strip:
    """The two as one row, the sentence that was cut as one line."""
    mid_sentence = _mid_sentence(first, second)
    lines = {}
    for role in dict.fromkeys((*first.lines, *second.lines)):
        one, other = list(first.of(role)), list(second.of(role))
        if role in CONTENTS and mid_sentence and filled(one) and filled(other):
            last = max(number for number, line in enumerate(one) if line.text)
            start = min(number for number, line in enumerate(other) if line.text)
            one[last] = replace(one[last], text=f"{one[last].text} {other[start].text}")
            del one[last + 1 :], other[: start + 1]
        # Heights on two pages do not compare, and numbers of paragraphs begin anew.
        shift = 1 + max((line.paragraph for line in one), default=0)
        lines[role] = (
            *(replace(line, top=None) for line in one),
            *(replace(line, top=None, paragraph=line.paragraph + shift) for line in other),
        )
    return replace(
        when,
        place=first.place,
        lines=lines,
        heads={**second.heads, **first.heads},
        carried=first.carried and second.carried,
    )
