"""Recognise ends of sentences, and lines that break off within one."""

import re

from agenda.importer.lexicon.labels import OPENER

_INCOMPLETE = re.compile(
    r"(?:[,:(&/“\"]|\s[-–]|\b(?:và|hoặc|của|về|với|tại|cho|do|để|theo|số|ông|bà|đ/c|các|những|trong|"
    r"trên|từ|đến|giữa|là|được|bằng|lần|khóa|thứ))$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(r"\b(?:năm|tháng|ngày|tỉnh|huyện|thành\s+phố|xã|phường)$", re.IGNORECASE)
"""Words that a name usually follows; they may end a sentence, too: "UBND tỉnh"."""


def is_incomplete(text: str, following: str) -> bool:
    """Return whether a line breaks off within a sentence that `following` continues."""
    if _BEFORE_NAME.search(text):
        # The beginning of an appointment is not the name of a place.
        return not (OPENER.match(following) and following[:1].isupper())
    return _INCOMPLETE.search(text) is not None
