"""Stops a build that would lose or change what was published for good."""

import json
import re
from collections.abc import Sequence

from agenda.record.ledger import Fault, Kind, Loss

SHOWN = 20
"""How many lost addresses a message names; the rest are counted."""

_NOT_PLAIN = re.compile(r" #|:(?: |$)")

_KINDS = {
    Kind.PAGE: "trang",
    Kind.ANCHOR: "chỗ trên trang",
    Kind.FILE: "tệp",
    Kind.REDIRECT: "địa chỉ chuyển tiếp",
    Kind.TOMBSTONE: "trang báo đã gỡ",
}


def describe_record(published: str | None, new: str) -> str:
    """Return how to restore the published name of the record; empty where it is the same."""
    if published in (None, new):
        return ""
    return (
        f'Trang đã đăng với record là "{published}", còn mkdocs.yml nay ghi "{new}". Tên này nằm '
        "trong mã của mọi sự kiện lịch và mọi tin: đổi đi thì người đã đăng ký lịch thấy mỗi việc "
        "thành hai. Dưới agenda của plugins trong mkdocs.yml, ghi lại đúng dòng sau:\n"
        f"      record: {json.dumps(published, ensure_ascii=False)}"
    )


def describe_faults(faults: Sequence[Fault]) -> str:
    """What is lost and where, and the two ways on, with the lines to declare it by."""
    gone = [fault for fault in faults if fault.loss is Loss.GONE]
    changed = [fault for fault in faults if fault.loss is Loss.CHANGED]
    parts = [
        *_listed("địa chỉ đã đăng sẽ mất", gone),
        *_listed("bản cố định đã đăng sẽ bị đổi", changed),
        "Hai cách đi tiếp:",
        "  1. Khôi phục: lấy lại tệp hoặc dòng đã xóa, đã đổi trong agendas "
        "(git log --stat -- agendas cho biết lúc nào); đổi mã trong danh bạ thì ghi mã cũ vào "
        "ten_cu.",
        "  2. Nếu thật sự phải gỡ hoặc sửa, khai trong agendas/da-go.yml; trang sẽ ghi rõ lý do ở "
        "chính địa chỉ đó:",
        "     da_go:",
        "       - dia_chi:",
        *(f"           - {_as_yaml(fault.address)}" for fault in faults[:SHOWN]),
        *(["           - … (và các địa chỉ còn lại)"] if len(faults) > SHOWN else []),
        "         ngay: năm-tháng-ngày",
        "         ly_do: …",
    ]
    return "\n".join(parts)


def _as_yaml(address: str) -> str:
    """In quotation marks where the name of a file has what YAML would read otherwise."""
    written = f"/{address}"
    plain = not _NOT_PLAIN.search(written)
    return written if plain else json.dumps(written, ensure_ascii=False)


def _listed(what: str, faults: Sequence[Fault]) -> list[str]:
    if not faults:
        return []
    lines = [f"{len(faults)} {what}:"]
    lines += [f"  /{fault.address} ({_KINDS[fault.kind]})" for fault in faults[:SHOWN]]
    if len(faults) > SHOWN:
        lines.append(f"  … và {len(faults) - SHOWN} địa chỉ nữa")
    return lines
