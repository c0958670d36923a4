"""What is doubtful about a printed name, told to the clerk who has the directory at hand."""

from agenda.model import DirectoryEntry, Unit
from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.records import Scalar
from agenda.vietnam.dates import full_date
from agenda.vietnam.names.register import Finding

DIRECTORY = "agendas/danh-ba.yml"


def report_name(finding: Finding, printed: Scalar, collector: ProblemCollector) -> None:
    """Report a finding about one of the names that `printed` holds."""
    match finding.kind:
        case "ambiguous":
            collector.error(
                "ambiguous-name",
                printed.position,
                f'"{finding.text}" ứng với nhiều tên trong danh bạ: '
                + ", ".join(map(_named, finding.candidates)),
                f"viết {{ten: {finding.text}, ma: …}} với mã của tên được nói đến",
                finding.text,
            )
        case "title":
            collector.warning(
                "title-disagrees",
                printed.position,
                f'chức vụ trong "{finding.text}" không khớp danh bạ: danh bạ ghi {finding.expected}'
                if finding.expected
                else f'"{finding.text}": danh bạ không ghi chức vụ nào vào ngày này',
                "kiểm tra bản in; nếu bản in ghi như vậy, nêu ở hieu_dinh với giu_nguyen",
                finding.text,
            )
        case "unknown" if finding.candidates:
            there = ", ".join(map(_named, finding.relatives))
            collector.warning(
                "unknown-name",
                printed.position,
                f'vào ngày này danh bạ không có "{finding.text}": '
                + "; ".join(map(_in_its_time, finding.candidates))
                + (f"; vào ngày này là {there}" if there else ""),
                "kiểm tra bản in; nếu bản in ghi như vậy, nêu ở hieu_dinh với giu_nguyen; nếu danh "
                f"bạ sai, sửa tu, den trong {DIRECTORY}",
                finding.text,
            )
        case "unknown":
            add = f"thêm vào {DIRECTORY}"
            collector.warning(
                "unknown-name",
                printed.position,
                f'danh bạ không có "{finding.text}"',
                f'có phải là "{finding.suggestion}"? Nếu không, {add}'
                if finding.suggestion
                else add,
                finding.text,
            )


def _named(entry: DirectoryEntry) -> str:
    return f"{entry.name} ({entry.code})"


def _in_its_time(entry: DirectoryEntry) -> str:
    """A unit with the days of its existence, as far as the directory has them."""
    since, until = (entry.since, entry.until) if isinstance(entry, Unit) else (None, None)
    begun = f" từ {full_date(since)}" if since else ""
    ended = f" đến hết {full_date(until)}" if until else ""
    return f"{_named(entry)} chỉ có{begun}{ended}"
