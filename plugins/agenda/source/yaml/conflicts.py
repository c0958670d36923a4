"""Report conflict markers that git leaves in a file."""

import re

from agenda.source.yaml.problems import Position, ProblemCollector

_CONFLICT_MARKER = re.compile(r"^<{7}(?: |\r?$)|^>{7}(?: |\r?$)", re.MULTILINE)


def report_conflicts(text: str, collector: ProblemCollector) -> bool:
    """Report the first conflict marker. Return whether there is one."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return False
    match = _CONFLICT_MARKER.search(text)
    if match is None:
        return False
    collector.error(
        "merge-conflict",
        Position.after(text[: match.start()]),
        "git để lại dấu xung đột: hai người đã sửa cùng một chỗ, và cả hai bản đang nằm trong tệp",
        "hai bản ngăn nhau bằng dòng =======; giữ lại một bản hoặc ghép hai bản, xóa các dòng bắt "
        "đầu bằng <<<<<<<, ======= và >>>>>>>, rồi gõ git add cho tệp này",
    )
    return True
