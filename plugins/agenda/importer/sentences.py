"""How the lines of agendas end: with the end of a sentence, or asking for more."""

import re

ASKS_FOR_MORE = re.compile(
    r"(?:[,:(&/“\"]|\s[-–]|\b(?:và|hoặc|của|về|với|tại|cho|do|để|theo|năm|tháng|ngày|số|tỉnh|huyện|"
    r"thành\s+phố|xã|phường|ông|bà|đ/c|các|những|trong|trên|từ|đến|giữa|là|được|bằng|lần|khóa|thứ))$",
    re.IGNORECASE,
)
"""How a line ends that is no end of a sentence."""

ENDED = re.compile(r"[.;!?]\)?$")
