"""Report what is wrong with the updates of a file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agenda.model import Problem, Severity, YearMonth
from agenda.schema.updates import DOCUMENT_KEYS, HEADER_KEYS
from agenda.source.updates.values import keys_of_target, written_keys
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, scalars_in
from agenda.vietnam.privacy.detector import WITHHELD, may_contain_withheld

_TARGETS = (
    "viết cv- rồi đến mã của việc (như cv-x2bx), ngay- rồi đến hai chữ số (như ngay-04), "
    "trong-tam- rồi đến số của đoạn (như trong-tam-2), hoặc một trong: "
    + ", ".join((*HEADER_KEYS, *DOCUMENT_KEYS))
)


def check_target(target: Scalar, month: YearMonth, collector: ProblemCollector) -> bool:
    """Return whether the target of an update exists. Report an unknown one."""
    day = target.text.removeprefix("ngay-")
    known = bool(keys_of_target(target.text))
    if known and day != target.text:
        known = day in {f"{each.day:02}" for each in month.dates()}
    if not known:
        collector.error(
            "update-target",
            target.position,
            f'không rõ "{target.text}" là chỗ nào',
            _TARGETS,
            target.text,
        )
    return known


def check_keys(target: Scalar, given: Record, collector: ProblemCollector) -> bool:
    """Return whether a target has all given keys. Report the others, and an update of no key."""
    known = keys_of_target(target.text)
    keys = written_keys(given)
    for key in (key for key in keys if key not in known):
        collector.error(
            "update-key",
            given.position,
            f'"{target.text}" không có khóa "{key}"',
            f"các khóa dùng được ở đây: {', '.join(known)}",
            key,
        )
    if not keys and not given.node.value:
        collector.error(
            "update-unclear",
            given.position,
            "thay đổi này không ghi giá trị trước khi đổi",
            "ghi từng khóa đã đổi với giá trị cũ, hoặc null nếu là chỗ mới thêm",
        )
    return bool(keys) and set(keys) <= set(known)


def report_former_problems(
    found: Iterable[Problem], records: Sequence[Record], collector: ProblemCollector
) -> None:
    """Report the problems found in former values.

    A former text may be the typing error that an update corrects: warnings do not count. An
    error outside `cap_nhat` means that the item was edited again after its last update.
    """
    known = set(collector.problems)
    lines = {
        line
        for record in records
        for line in range(record.node.start_mark.line, record.node.end_mark.line + 1)
    }
    for problem in dict.fromkeys(found):
        if problem.severity is not Severity.ERROR or problem in known:
            continue
        if problem.location.line - 1 not in lines:
            problem = replace(
                problem,
                severity=Severity.WARNING,
                kind="update-missing",
                message="chỗ này đã sửa sau thay đổi ghi ở cap_nhat mà chưa ghi lại",
                remedy="chạy agenda update để ghi thay đổi mới",
            )
        collector.problems.append(problem)


def report_no_change(target: Scalar, collector: ProblemCollector) -> None:
    """Report an update whose former value is also the new one."""
    collector.warning(
        "update-nothing",
        target.position,
        f'giá trị ở truoc của "{target.text}" trùng với giá trị sau khi đổi',
        "vừa sửa lại chỗ này thì chạy agenda update để ghi thay đổi mới; nếu không thì ghi giá "
        "trị cũ vào truoc, hoặc bỏ dòng này nếu chưa đăng",
        target.text,
    )


def check_withheld(
    given: Record, new_texts: Callable[[str], Iterable[str]], collector: ProblemCollector
) -> None:
    """Report a former text that is hidden although the new one withholds nothing."""
    for key, value in given.values.items():
        hidden = next((each for each in scalars_in(value) if each.text == WITHHELD), None)
        if hidden is not None and not any(map(may_contain_withheld, new_texts(key))):
            collector.error(
                "update-withheld",
                hidden.position,
                f"giá trị cũ ghi {WITHHELD}, mà giá trị mới không che chữ nào",
                "ghi đúng giá trị cũ đã đăng",
                hidden.text,
            )
