"""Compare a build with the live site: lost URLs and changed documents."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from agenda.build.ledger_check.edits import ReadFile, find_edits
from agenda.build.ledger_check.reused_codes import ReadVersions, find_reused_codes
from agenda.build.ledger_check.swapped_codes import find_swapped_codes
from agenda.history.ledger import (
    Kind,
    Ledger,
    Violation,
    ViolationKind,
    compare_ledgers,
    is_newly_declared,
)
from agenda.model import Agenda
from agenda.site.urls import normalise_url

SHOWN = 20
"""The number of URLs that a message names; the rest are counted."""

_NOT_PLAIN = re.compile(r" #|:(?: |$)")

_KINDS = {
    Kind.PAGE: "trang",
    Kind.ANCHOR: "chỗ trên trang",
    Kind.FILE: "tệp",
    Kind.REDIRECT: "địa chỉ chuyển tiếp",
    Kind.TOMBSTONE: "trang báo đã gỡ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The violations of a build against published URLs.

    `edited` tells whether published months were edited in place, which an update may record.
    `unpublished` are URLs that `da-go.yml` declares and that were never published.
    """

    violations: tuple[Violation, ...] = ()
    edited: bool = False
    unpublished: tuple[str, ...] = ()


def find_violations(
    new: Ledger, agenda: Agenda, published: Ledger, read: ReadFile, versions: ReadVersions | None
) -> CheckResult:
    """Compare the ledger `new` of `agenda` with the published one.

    `read` gives a published file by its URL, `versions` its earlier content too. Only a deploy
    gives `versions`: it alone knows the live site well enough to tell that a URL was never
    published, and has the time to read every published month.
    """
    lost = compare_ledgers(published, new)
    known = {violation.url for violation in lost}
    edits = find_edits(agenda, published, new, read)
    edited = any(not _is_declared(each.url, published, new) for each in edits)
    if versions is not None:
        edits += find_swapped_codes(agenda, published, read)
        edits += find_reused_codes(agenda, published, new, versions)
    return CheckResult(
        violations=(
            *lost,
            *(
                each
                for each in edits
                if each.url not in known and not _is_declared(each.url, published, new)
            ),
        ),
        edited=edited,
        unpublished=_unpublished(agenda, published, new) if versions is not None else (),
    )


def _is_declared(url: str, live: Ledger, new: Ledger) -> bool:
    """Tell whether a new declaration names the place or its page."""
    return any(
        each in live and each in new and is_newly_declared(live[each], new[each])
        for each in (url, url.partition("#")[0])
    )


def _unpublished(agenda: Agenda, live: Ledger, new: Ledger) -> tuple[str, ...]:
    """Return the declared URLs that are neither live nor new, as `da-go.yml` has them."""
    standing = {url for url, entry in new.items() if entry.kind is not Kind.TOMBSTONE}
    known = {_place(url) for url in live.keys() | standing}
    declared = (url for each in agenda.withdrawals for url in each.urls)
    return tuple(dict.fromkeys(url for url in declared if _place(url) not in known))


def _place(url: str) -> str:
    page, sign, anchor = url.partition("#")
    return normalise_url(page) + sign + anchor


def describe_violations(found: CheckResult) -> str:
    """Return the violations and the two remedies as a message; empty if there are none."""
    gone = [
        violation
        for violation in found.violations
        if violation.violation_kind is ViolationKind.GONE
    ]
    changed = [
        violation
        for violation in found.violations
        if violation.violation_kind is ViolationKind.CHANGED
    ]
    parts = [
        *_listed("địa chỉ đã đăng sẽ mất", gone),
        *_listed("chỗ đã đăng sẽ bị đổi mà trang không nói", changed),
        *(_UPDATE if found.edited else ()),
        *(_remedies(found.violations) if found.violations else ()),
    ]
    if found.unpublished:
        parts += [
            "agendas/da-go.yml khai địa chỉ chưa từng đăng; bỏ các dòng sau khỏi tệp đó:",
            *(f"  - {_as_yaml(url)}" for url in found.unpublished),
        ]
    return "\n".join(parts)


_UPDATE = (
    "Nội dung một tháng đã đăng nay khác mà không có văn bản mới: chạy lệnh sau, nó hỏi từng chỗ "
    "là thay đổi (ghi lại dưới cap_nhat, trang và lịch sẽ báo) hay là sửa nhầm (khôi phục):",
    "  agenda update",
)


def _remedies(violations: Sequence[Violation]) -> list[str]:
    urls = list(dict.fromkeys(violation.url for violation in violations))
    return [
        "Hai cách đi tiếp:",
        "  1. Khôi phục: lấy lại tệp hoặc dòng đã xóa, đã đổi trong agendas "
        "(git log --stat -- agendas cho biết lúc nào); đổi mã trong danh bạ thì ghi mã cũ vào "
        "ten_cu; đổi tiêu đề trong docs thì giữ neo cũ bằng {#neo-cu} ở cuối dòng tiêu đề.",
        "  2. Nếu thật sự phải gỡ hoặc sửa, khai thêm một mục trong agendas/da-go.yml, giữ nguyên "
        "các mục cũ; lý do sẽ hiện ở chính địa chỉ đó, trừ tiêu đề trong docs:",
        "     da_go:",
        "       - dia_chi:",
        *(f"           - {_as_yaml(url)}" for url in urls[:SHOWN]),
        *(["           - … (và các địa chỉ còn lại)"] if len(urls) > SHOWN else []),
        "         ngay: năm-tháng-ngày",
        "         ly_do: …",
    ]


def _as_yaml(url: str) -> str:
    """Return a URL as a YAML scalar, quoted where a plain one would mean something else."""
    written = f"/{url}"
    plain = not _NOT_PLAIN.search(written)
    return written if plain else json.dumps(written, ensure_ascii=False)


def _listed(what: str, violations: Sequence[Violation]) -> list[str]:
    if not violations:
        return []
    lines = [f"{len(violations)} {what}:"]
    lines += [f"  /{violation.url} ({_described(violation)})" for violation in violations[:SHOWN]]
    if len(violations) > SHOWN:
        lines.append(f"  … và {len(violations) - SHOWN} địa chỉ nữa")
    return lines


def _described(violation: Violation) -> str:
    return (
        f"{_KINDS[violation.kind]}: {violation.what}" if violation.what else _KINDS[violation.kind]
    )
