"""Report names that the directory does not resolve with certainty."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace

from agenda.model import DirectoryEntry, Problem, Severity, Unit
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Scalar
from agenda.vietnam.dates import full_date
from agenda.vietnam.names.name_index import Finding

_NAME_KINDS = frozenset({"unknown-name", "title-disagrees"})

DIRECTORY_PATH = "agendas/danh-ba.yml"


def report_name(finding: Finding, printed: Scalar, collector: ProblemCollector) -> None:
    """Report a finding about one of the names in `printed`."""
    match finding.kind:
        case "ambiguous":
            collector.error(
                "ambiguous-name",
                printed.position,
                f'"{finding.text}" ứng với nhiều tên trong danh bạ: '
                + ", ".join(map(_name_and_code, finding.candidates)),
                _disambiguation(finding, printed),
                finding.text,
            )
        case "title":
            collector.warning(
                "title-disagrees",
                printed.position,
                f'chức vụ trong "{finding.text}" không khớp danh bạ: danh bạ ghi {finding.expected}'
                if finding.expected
                else f'"{finding.text}": danh bạ không ghi chức vụ nào vào ngày này',
                f"nếu chức vụ đã đổi, trong {DIRECTORY_PATH} ghi cả chức vụ cũ kèm den và chức vụ "
                "mới kèm tu; nếu bản in ghi sai, nêu ở hieu_dinh với giu_nguyen",
                finding.text,
            )
        case "unknown" if finding.candidates:
            current = ", ".join(map(_name_and_code, finding.relatives))
            collector.warning(
                "unknown-name",
                printed.position,
                f'vào ngày này danh bạ không có "{finding.text}": '
                + "; ".join(map(_with_validity, finding.candidates))
                + (f"; vào ngày này là {current}" if current else ""),
                "kiểm tra bản in; nếu bản in ghi như vậy, nêu ở hieu_dinh với giu_nguyen; nếu danh "
                f"bạ sai, sửa tu, den trong {DIRECTORY_PATH}",
                finding.text,
            )
        case "unknown":
            addition = f"thêm vào {DIRECTORY_PATH}, tên cũ thì kèm den"
            collector.warning(
                "unknown-name",
                printed.position,
                f'danh bạ không có "{finding.text}"',
                f'có phải là "{finding.suggestion}"? Nếu không, {addition}'
                if finding.suggestion
                else addition,
                finding.text,
            )


def _disambiguation(finding: Finding, printed: Scalar) -> str:
    """Return the remedy for a name of several entries: what to write for each of them."""
    text = json.dumps(finding.text, ensure_ascii=False)
    forms = "; ".join(
        f"{{ten: {text}, ma: {entry.code}}} nếu là {entry.name}" for entry in finding.candidates
    )
    alone = finding.text == printed.text
    return f"viết {forms}" if alone else f"viết mỗi tên một dòng có dấu gạch -, tên này là {forms}"


def join_repeated(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with all warnings about one name as one, at the first position."""
    joined: list[Problem] = []
    counts: Counter[Hashable] = Counter()
    indices: dict[Hashable, int] = {}
    for problem in problems:
        key = (problem.kind, problem.severity, problem.value, problem.message)
        repeatable = problem.kind in _NAME_KINDS and problem.severity is Severity.WARNING
        if repeatable and key in indices:
            counts[key] += 1
            continue
        if repeatable:
            indices[key] = len(joined)
        joined.append(problem)
    for repeated, count in counts.items():
        first = joined[indices[repeated]]
        message = f"{first.message} (ở {count + 1} chỗ, bắt đầu từ đây)"
        joined[indices[repeated]] = replace(first, message=message)
    return tuple(joined)


def _name_and_code(entry: DirectoryEntry) -> str:
    return f"{entry.name} ({entry.code})"


def _with_validity(entry: DirectoryEntry) -> str:
    """Return the name of an entry, with the validity of a unit as far as it is known."""
    since, until = (entry.since, entry.until) if isinstance(entry, Unit) else (None, None)
    begun = f" từ {full_date(since)}" if since else ""
    ended = f" đến hết {full_date(until)}" if until else ""
    return f"{_name_and_code(entry)} chỉ có{begun}{ended}"
