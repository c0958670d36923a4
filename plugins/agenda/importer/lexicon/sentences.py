"""How the lines of agendas end: with the end of a sentence, or asking for more."""

import re

from agenda.importer.lexicon.labels import OPENER

_ASKS = re.compile(
    r"(?:[,:(&/“\"]|\s[-–]|\b(?:và|hoặc|của|về|với|tại|cho|do|để|theo|số|ông|bà|đ/c|các|những|trong|"
    r"trên|từ|đến|giữa|là|được|bằng|lần|khóa|thứ))$",
    re.IGNORECASE,
)
_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:năm|tháng|ngày|tỉnh|huyện|thành\s+phố|xã|phường)$", re.IGNORECASE
)
"""What may end a sentence as well: "UBND tỉnh"."""


def is_incomplete(text: str, following: str) -> bool:
    """Whether a line ends as no sentence does before what follows.

    How an appointment begins is the name of no place.
    """
    if _ASKS_FOR_A_NAME.search(text):
        return not (OPENER.match(following) and following[:1].isupper())
    return _ASKS.search(text) is not None
