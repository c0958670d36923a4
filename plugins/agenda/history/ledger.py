"""Read, write and compare ledgers: the permanent URLs with their content digests."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn

from agenda.vietnam.privacy.detector import count_withheld, may_contain_withheld

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

_encode_json = json.JSONEncoder(ensure_ascii=False).encode

VERSION = 1
"""The version of the ledger file format."""

MAX_BYTES = 100_000_000
"""The size limit of a ledger file in bytes; 20 years of a department take 5 million."""

MAX_WITHHELD = 1_000_000
"""The highest accepted count of withheld places."""


class Kind(Enum):
    """The kind of content at a URL; the value is its name in the ledger file."""

    PAGE = "trang"
    ANCHOR = "neo"
    FILE = "tep"
    REDIRECT = "chuyen"
    TOMBSTONE = "da-go"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """The record of one permanent URL.

    `digest` is the SHA-256 of the content, in hexadecimal. For a file this covers the bytes, for a
    page the words without the template. `frozen` content may change only with a declaration;
    `declared` are the digests of the declarations so far. `withheld` counts the places where words
    are withheld from publication.
    """

    kind: Kind
    digest: str
    frozen: bool = False
    withheld: int = 0
    declared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentDigest:
    """The digest and the count of withheld places of a page or of an anchor; see `LedgerEntry`."""

    digest: str
    withheld: int = 0


Ledger = Mapping[str, LedgerEntry]
"""Entries by URL relative to the root of the site; anchors follow the URL of their page after `#`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """The content of a ledger file.

    `record` is the name of the record in the ids of events and feed entries. `hours` are the
    office hours of the published months, as the option `office_hours` has them. Older files lack
    both: None.
    """

    entries: Ledger
    record: str | None
    hours: Mapping[str, Any] | None = None


class LedgerDamaged(ValueError):
    """An error for bytes that are not a complete ledger."""


class ViolationKind(Enum):
    """The way in which a published URL is broken."""

    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A published URL that a build would remove, or change without a declaration.

    `what` names the change in Vietnamese.
    """

    url: str
    kind: Kind
    violation_kind: ViolationKind
    what: str = ""


def compare_ledgers(live: Ledger, new: Ledger) -> tuple[Violation, ...]:
    """Return the violations of publishing `new` in place of `live`, by URL.

    A URL may become a tombstone, and frozen content may change, only with a new declaration: each
    declaration applies once, and no published one may be changed or dropped. Anchors may end with
    their page. A page may become a redirect. The
    tombstone of a file is the index of a folder with the name of the file; the file may come back
    in its place.
    """
    return tuple(_violations(live, new))


def _violations(live: Ledger, new: Ledger) -> Iterator[Violation]:
    for url, entry in sorted(live.items()):
        current = new.get(url)
        page, separator, _ = url.partition("#")
        if current is None and separator:
            page_entry = new.get(page)
            if page_entry is not None and page_entry.kind in (Kind.REDIRECT, Kind.TOMBSTONE):
                continue  # the entry of the page decides
        if current is None and not separator:
            current = _withdrawn_file(url, new) or _restored_file(url, entry, new)
        if current is None:
            yield Violation(url=url, kind=entry.kind, violation_kind=ViolationKind.GONE)
        elif current.declared[: len(entry.declared)] != entry.declared:
            yield Violation(
                url=url,
                kind=entry.kind,
                violation_kind=ViolationKind.CHANGED,
                what="mục cũ ở agendas/da-go.yml bị sửa hoặc bị bỏ: ghi lại như đã đăng",
            )
        elif is_newly_declared(entry, current):
            continue
        elif current.kind is Kind.TOMBSTONE and entry.kind is not Kind.TOMBSTONE:
            yield Violation(url=url, kind=entry.kind, violation_kind=ViolationKind.GONE)
        elif entry.frozen and current.digest != entry.digest:
            yield Violation(url=url, kind=entry.kind, violation_kind=ViolationKind.CHANGED)


def _withdrawn_file(url: str, new: Ledger) -> LedgerEntry | None:
    """Return the tombstone of the file that was at a URL."""
    current = new.get(f"{url}/")
    return current if current is not None and current.kind is Kind.TOMBSTONE else None


def _restored_file(url: str, entry: LedgerEntry, new: Ledger) -> LedgerEntry | None:
    """Return the file whose tombstone was at a URL."""
    current = new.get(url.removesuffix("/")) if entry.kind is Kind.TOMBSTONE else None
    return current if current is not None and current.kind is Kind.FILE else None


def is_newly_declared(entry: LedgerEntry, current: LedgerEntry) -> bool:
    """Return whether a declaration was added for a URL since its publication.

    Declarations are counted, so that rewording an old declaration declares nothing new.
    """
    return len(current.declared) > len(entry.declared)


def digest_of(content: object) -> str:
    """Return the SHA-256 of plain values: texts, numbers, None, lists and mappings of them."""
    return digest_of_bytes(_ENCODER.encode(content).encode())


def digest_content(content: object) -> ContentDigest:
    """Return the content digest of plain values."""
    text = _ENCODER.encode(content)
    return ContentDigest(
        digest=digest_of_bytes(text.encode()),
        withheld=count_withheld(content) if may_contain_withheld(text) else 0,
    )


def combine_digests(content: object, parts: Iterable[ContentDigest]) -> ContentDigest:
    """Return the content digest of plain values together with the digests of their parts."""
    digests = list(parts)
    own = digest_content([content, [part.digest for part in digests]])
    return ContentDigest(
        digest=own.digest, withheld=own.withheld + sum(part.withheld for part in digests)
    )


def digest_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_ledger(ledger: Ledger, record: str, hours: Mapping[str, Any] | None = None) -> bytes:
    """Return the content of a ledger file, one URL per line; equal ledgers give equal bytes."""
    lines = ",\n".join(
        f"{_encode_json(f'/{url}')}: {_encode_json(_row_from_entry(entry))}"
        for url, entry in sorted(ledger.items())
    )
    head = f'"phien_ban": {VERSION}, "ten_du_lieu": {_encode_json(record)}'
    if hours is not None:
        head += f', "gio_lam_viec": {_encode_json(hours)}'
    return f'{{{head}, "dia_chi": {{\n{lines}\n}}}}\n'.encode()


def read_ledger(content: bytes) -> LedgerFile:
    """Parse a ledger file; raise `LedgerDamaged` if the file is not a complete ledger."""
    if len(content) > MAX_BYTES:
        raise LedgerDamaged(f"{len(content)} byte")
    try:
        document = json.loads(
            content,
            object_pairs_hook=_reject_duplicate_keys,
            parse_float=_reject_number,
            parse_constant=_reject_number,
        )
        if document["phien_ban"] is True or document["phien_ban"] != VERSION:
            raise LedgerDamaged("phien_ban")
        record = document.get("ten_du_lieu", "")
        rows = document["dia_chi"]
        "".join((record, *rows)).encode()  # raises UnicodeEncodeError for lone surrogates
        return LedgerFile(
            entries={_url_from_path(path): _entry_from_row(row) for path, row in rows.items()},
            record=record or None,
            hours=document.get("gio_lam_viec"),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LedgerDamaged(type(error).__name__) from error


def _reject_duplicate_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs of a JSON object as a dict; raise `LedgerDamaged` for duplicate keys."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise LedgerDamaged("duplicate key")
    return table


def _reject_number(number: str) -> NoReturn:
    raise LedgerDamaged(number)


def _url_from_path(path: str) -> str:
    if not path.startswith("/"):
        raise LedgerDamaged("dia_chi")
    return path[1:]


def _row_from_entry(entry: LedgerEntry) -> dict[str, Any]:
    row: dict[str, Any] = {"loai": entry.kind.value, "sha256": entry.digest}
    if entry.frozen:
        row["co_dinh"] = True
    if entry.withheld:
        row["khong_cong_bo"] = entry.withheld
    if entry.declared:
        row["khai_bao"] = list(entry.declared)
    return row


def _entry_from_row(row: Mapping[str, Any]) -> LedgerEntry:
    digest = row["sha256"]
    frozen = row.get("co_dinh", False)
    withheld = row.get("khong_cong_bo", 0)
    declared = row.get("khai_bao", [])
    if not (
        isinstance(digest, str)
        and isinstance(frozen, bool)
        and type(withheld) is int
        and 0 <= withheld <= MAX_WITHHELD
        and isinstance(declared, list)
        and set(map(type, declared)) <= {str}
    ):
        raise LedgerDamaged("wrong type of value")
    return LedgerEntry(
        kind=Kind(row["loai"]),
        digest=digest,
        frozen=frozen,
        withheld=withheld,
        declared=tuple(declared),
    )
