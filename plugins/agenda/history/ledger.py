"""The ledger: every permanent URL, with a digest of what stands there."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn

from agenda.vietnam.privacy.detector import count_withheld, may_withhold

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

_written = json.JSONEncoder(ensure_ascii=False).encode

VERSION = 1
"""Of the format of the ledger file."""

LARGEST = 100_000_000
"""Bytes of the largest file that is read; a department's ledger of 20 years takes 5 million."""

MOST_WITHHELD = 1_000_000
"""The largest count of withheld places that is believed."""


class Kind(Enum):
    """What stands at a URL; the value is its name in the ledger file."""

    PAGE = "trang"
    ANCHOR = "neo"
    FILE = "tep"
    REDIRECT = "chuyen"
    TOMBSTONE = "da-go"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """What stands at a URL.

    `digest` is the SHA-256, in hexadecimal, of its content: of the bytes of a file, of the words
    of a page whatever the template that sets them. What is `frozen` may only change where that
    is declared; `declared` are digests of the declarations made so far. `withheld` counts the
    places where words are withheld from publication.
    """

    kind: Kind
    digest: str
    frozen: bool = False
    withheld: int = 0
    declared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentDigest:
    """What stands at a place of a page, as the ledger keeps it; see `LedgerEntry`."""

    digest: str
    withheld: int = 0


Ledger = Mapping[str, LedgerEntry]
"""By URL from the root of the site; an anchor follows its page's URL after a `#`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """The content of a ledger's file.

    `record` is the name of the record in the ids of events and news. Older files lack it: None.
    """

    entries: Ledger
    record: str | None


class LedgerDamaged(ValueError):
    """The text is not a ledger."""


class ViolationKind(Enum):
    """How a published URL is lost."""

    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A published URL that a build would lose, or change where it must not.

    `what` names, in Vietnamese, what changed there.
    """

    url: str
    kind: Kind
    loss: ViolationKind
    what: str = ""


def compare_ledgers(live: Ledger, new: Ledger) -> tuple[Violation, ...]:
    """Return what publishing `new` in place of `live` would lose or wrongly change, by URL.

    A published URL may end as a tombstone, and a frozen document may change, only where a
    declaration is new: it applies once. An anchor ends with its page. A page may become a
    redirect. The tombstone of a file is the index of a folder of its name.
    """
    return tuple(_faults(live, new))


def _faults(live: Ledger, new: Ledger) -> Iterator[Violation]:
    for url, standing in sorted(live.items()):
        now = new.get(url)
        page, sign, _ = url.partition("#")
        if now is None and sign:
            above = new.get(page)
            if above is not None and above.kind in (Kind.REDIRECT, Kind.TOMBSTONE):
                continue  # which is judged as the end of the page
        if now is None and not sign:
            now = new.get(f"{url}/")
            now = now if now is not None and now.kind is Kind.TOMBSTONE else None
        if now is None:
            yield Violation(url=url, kind=standing.kind, loss=ViolationKind.GONE)
        elif is_newly_declared(standing, now):
            continue
        elif now.kind is Kind.TOMBSTONE and standing.kind is not Kind.TOMBSTONE:
            yield Violation(url=url, kind=standing.kind, loss=ViolationKind.GONE)
        elif standing.frozen and now.digest != standing.digest:
            yield Violation(url=url, kind=standing.kind, loss=ViolationKind.CHANGED)


def is_newly_declared(standing: LedgerEntry, now: LedgerEntry) -> bool:
    """Tell whether a declaration was added for a URL since it was published.

    They are counted, so that mending the words of an old one declares nothing.
    """
    return len(now.declared) > len(standing.declared)


def digest_of(content: object) -> str:
    """The digest of plain values: texts, numbers, None, lists and mappings of them."""
    return digest_of_bytes(_ENCODER.encode(content).encode())


def digest_content(content: object) -> ContentDigest:
    """What the ledger keeps of plain values."""
    text = _ENCODER.encode(content)
    return ContentDigest(
        digest=digest_of_bytes(text.encode()),
        withheld=count_withheld(content) if may_withhold(text) else 0,
    )


def combine_digests(content: object, parts: Iterable[ContentDigest]) -> ContentDigest:
    """What the ledger keeps of plain values and of parts that say something each."""
    listed = list(parts)
    own = digest_content([content, [part.digest for part in listed]])
    return ContentDigest(
        digest=own.digest, withheld=own.withheld + sum(part.withheld for part in listed)
    )


def digest_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_ledger(ledger: Ledger, record: str) -> bytes:
    """Return the ledger file: the same ledger gives the same bytes, one URL a line."""
    lines = ",\n".join(
        f"{_written(f'/{url}')}: {_written(_row(standing))}"
        for url, standing in sorted(ledger.items())
    )
    head = f'"phien_ban": {VERSION}, "ten_du_lieu": {_written(record)}'
    return f'{{{head}, "dia_chi": {{\n{lines}\n}}}}\n'.encode()


def read_ledger(content: bytes) -> LedgerFile:
    """Read a ledger's file; raises `LedgerDamaged` where it is none, or not a whole one."""
    if len(content) > LARGEST:
        raise LedgerDamaged(f"{len(content)} byte")
    try:
        document = json.loads(
            content, object_pairs_hook=_unique, parse_float=_refuse, parse_constant=_refuse
        )
        if document["phien_ban"] is True or document["phien_ban"] != VERSION:
            raise LedgerDamaged("phien_ban")
        record = document.get("ten_du_lieu", "")
        rows = document["dia_chi"]
        "".join((record, *rows)).encode()  # which halves of surrogate pairs do not survive
        return LedgerFile(
            entries={_url(written): _standing(row) for written, row in rows.items()},
            record=record or None,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LedgerDamaged(type(error).__name__) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs of a JSON object, none of whose keys may stand twice."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise LedgerDamaged("a key stands twice")
    return table


def _refuse(number: str) -> NoReturn:
    raise LedgerDamaged(number)


def _url(written: str) -> str:
    if not written.startswith("/"):
        raise LedgerDamaged("dia_chi")
    return written[1:]


def _row(standing: LedgerEntry) -> dict[str, Any]:
    row: dict[str, Any] = {"loai": standing.kind.value, "sha256": standing.digest}
    if standing.frozen:
        row["co_dinh"] = True
    if standing.withheld:
        row["khong_cong_bo"] = standing.withheld
    if standing.declared:
        row["khai_bao"] = list(standing.declared)
    return row


def _standing(row: Mapping[str, Any]) -> LedgerEntry:
    digest = row["sha256"]
    frozen = row.get("co_dinh", False)
    withheld = row.get("khong_cong_bo", 0)
    declared = row.get("khai_bao", [])
    if not (
        isinstance(digest, str)
        and isinstance(frozen, bool)
        and type(withheld) is int
        and 0 <= withheld <= MOST_WITHHELD
        and isinstance(declared, list)
        and set(map(type, declared)) <= {str}
    ):
        raise LedgerDamaged("a value of another type")
    return LedgerEntry(
        kind=Kind(row["loai"]),
        digest=digest,
        frozen=frozen,
        withheld=withheld,
        declared=tuple(declared),
    )
