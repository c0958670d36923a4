"""Test the ledger file format and the comparison of ledgers."""

import itertools

import pytest

from agenda.history.content import item_content, revision_content
from agenda.history.ledger import (
    MAX_BYTES,
    Kind,
    LedgerDamaged,
    LedgerEntry,
    LedgerFile,
    compare_ledgers,
    digest_of,
    read_ledger,
    write_ledger,
)
from agenda.source.folder import load_agenda
from tests.history.revisions import read_months
from tests.project import MAY_2021

PAGE = LedgerEntry(kind=Kind.PAGE, digest="a" * 64)
OTHER = LedgerEntry(kind=Kind.PAGE, digest="b" * 64)
FROZEN = LedgerEntry(kind=Kind.PAGE, digest="a" * 64, frozen=True)
REWRITTEN = LedgerEntry(kind=Kind.PAGE, digest="b" * 64, frozen=True)
ANCHOR = LedgerEntry(kind=Kind.ANCHOR, digest="c" * 64)
TOMBSTONE = LedgerEntry(kind=Kind.TOMBSTONE, digest="d" * 64)
FILE = LedgerEntry(kind=Kind.FILE, digest="f" * 64, frozen=True)
REDIRECT = LedgerEntry(kind=Kind.REDIRECT, digest="e" * 64)
MAY = "2021/05/"
RECORD = "lich.so-thu-nghiem"
ITEM = "2021/05/#cv-b1"


def declared(entry: LedgerEntry, *declarations: str) -> LedgerEntry:
    return LedgerEntry(
        kind=entry.kind, digest=entry.digest, frozen=entry.frozen, declared=declarations
    )


@pytest.mark.parametrize(
    ("live", "new", "violations"),
    [
        ({}, {MAY: PAGE}, []),
        ({MAY: PAGE}, {MAY: OTHER}, []),
        ({MAY: PAGE}, {}, [(MAY, "GONE")]),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: PAGE}, [(ITEM, "GONE")]),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: TOMBSTONE}, [(MAY, "GONE")]),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: declared(TOMBSTONE, "x")}, []),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: REDIRECT}, []),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: PAGE, ITEM: TOMBSTONE}, [(ITEM, "GONE")]),
        ({MAY: PAGE, ITEM: ANCHOR}, {MAY: PAGE, ITEM: declared(TOMBSTONE, "x")}, []),
        (
            {ITEM: declared(ANCHOR, "x")},
            {ITEM: declared(TOMBSTONE, "x")},
            [(ITEM, "GONE")],
        ),
        (
            {ITEM: declared(ANCHOR, "x")},
            {ITEM: declared(TOMBSTONE, "y", "x")},
            [(ITEM, "CHANGED")],
        ),
        (
            {ITEM: declared(ANCHOR, "x")},
            {ITEM: declared(TOMBSTONE, "x", "y")},
            [],
        ),
        ({ITEM: declared(TOMBSTONE, "x")}, {ITEM: declared(TOMBSTONE, "y")}, [(ITEM, "CHANGED")]),
        ({ITEM: declared(ANCHOR, "x")}, {ITEM: ANCHOR}, [(ITEM, "CHANGED")]),
        ({"tep/a.pdf": PAGE}, {"tep/a.pdf/": TOMBSTONE}, [("tep/a.pdf", "GONE")]),
        ({"tep/a.pdf": PAGE}, {"tep/a.pdf/": declared(TOMBSTONE, "x")}, []),
        ({"tep/a.pdf/": declared(TOMBSTONE, "x")}, {"tep/a.pdf": declared(FILE, "x")}, []),
        ({"tep/a.pdf/": declared(TOMBSTONE, "x")}, {"tep/a.pdf": declared(FILE, "x", "y")}, []),
        (
            {"tep/a.pdf/": declared(TOMBSTONE, "x")},
            {"tep/a.pdf": FILE},
            [("tep/a.pdf/", "CHANGED")],
        ),
        ({MAY: TOMBSTONE}, {}, [(MAY, "GONE")]),
        ({MAY: REDIRECT}, {}, [(MAY, "GONE")]),
        ({MAY: FROZEN}, {MAY: FROZEN}, []),
        ({MAY: FROZEN}, {MAY: REWRITTEN}, [(MAY, "CHANGED")]),
        ({MAY: FROZEN}, {MAY: OTHER}, [(MAY, "CHANGED")]),
        ({MAY: FROZEN}, {MAY: TOMBSTONE}, [(MAY, "GONE")]),
        ({MAY: FROZEN}, {MAY: declared(TOMBSTONE, "x")}, []),
        ({MAY: FROZEN}, {MAY: declared(REWRITTEN, "x")}, []),
        (
            {MAY: declared(FROZEN, "x")},
            {MAY: declared(REWRITTEN, "x")},
            [(MAY, "CHANGED")],
        ),
        ({MAY: declared(FROZEN, "x")}, {MAY: declared(REWRITTEN, "x", "y")}, []),
    ],
)
def test_a_url_gone_or_changed_without_a_new_declaration_is_a_violation(
    live: dict[str, LedgerEntry], new: dict[str, LedgerEntry], violations: list[tuple[str, str]]
) -> None:
    assert [
        (each.url, each.violation_kind.name, each.kind) for each in compare_ledgers(live, new)
    ] == [(url, kind, live[url].kind) for url, kind in violations]


def test_a_ledger_is_read_as_it_was_written_and_written_the_same_each_time() -> None:
    ledger = {
        "": PAGE,
        MAY: LedgerEntry(kind=Kind.PAGE, digest="f" * 64, withheld=2, frozen=True, declared=("x",)),
        ITEM: ANCHOR,
        "tep/bản ký.pdf": LedgerEntry(kind=Kind.FILE, digest="0" * 64, frozen=True),
    }
    content = write_ledger(ledger, RECORD)
    assert read_ledger(content) == LedgerFile(entries=ledger, record=RECORD)
    assert write_ledger(dict(reversed(ledger.items())), RECORD) == content
    assert content.count(b"\n") == len(ledger) + 2


def row(fields: str) -> bytes:
    """Return a ledger of one page with more fields; a syntax error if `fields` is empty."""
    entry = f'{{"loai": "trang", "sha256": "0", {fields}}}'
    return f'{{"phien_ban": 1, "dia_chi": {{"/": {entry}}}}}'.encode()


def test_a_ledger_older_than_the_name_of_the_record_is_read_without_one() -> None:
    read = read_ledger(b'{"phien_ban": 1, "dia_chi": {}}')
    assert read == LedgerFile(entries={}, record=None)


def test_unknown_fields_of_a_row_are_ignored() -> None:
    assert read_ledger(row('"khong_cong_bo": 2, "them": [1]')).entries[""].withheld == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"dia_chi": {}}',
        b'{"phien_ban": 2, "dia_chi": {}}',
        b'{"phien_ban": 1, "dia_chi": []}',
        b'{"phien_ban": 1, "dia_chi": {"/": {}}}',
        b'{"phien_ban": 1, "dia_chi": {"/": {"loai": "x", "sha256": ""}}}',
        b'{"phien_ban": 1, "dia_chi": {"/": {"loai": "trang", "sha256": 1}}}',
        b'{"phien_ban": 1, "dia_chi": {}, "ten_du_lieu": 1}',
        b'{"phien_ban": 1, "dia_chi": {}, "ten_du_lieu": null}',
        b'{"phien_ban": 1, "dia_chi": {}, "ten_du_lieu": "\\ud800"}',
        b'{"phien_ban": true, "dia_chi": {}}',
        b'{"phien_ban": 1, "dia_chi": "/"}',
        b'{"phien_ban": 1, "dia_chi": {"/": []}}',
        b'{"phien_ban": 1, "dia_chi": {}, "dia_chi": {}}',
        row('"co_dinh": true').replace(b'"/"', b'"x"'),
        row(""),
        row('"sha256": "0"'),
        row('"khong_cong_bo": 1e999'),
        row('"khong_cong_bo": 1.0'),
        row('"khong_cong_bo": NaN'),
        row('"khong_cong_bo": -Infinity'),
        row('"khong_cong_bo": -1'),
        row('"khong_cong_bo": true'),
        row(f'"khong_cong_bo": {"9" * 4000}'),
        row(f'"khong_cong_bo": {"9" * 5000}'),
        row('"khong_cong_bo": "1"'),
        row('"co_dinh": 1'),
        row('"khai_bao": "a"'),
        row('"khai_bao": [1]'),
        row('"khai_bao": {}'),
        row(f'"khai_bao": {"[" * 200_000}{"]" * 200_000}'),
        b'{"phien_ban": 1, "dia_chi": {"/\\ud800": {"loai": "trang", "sha256": "0"}}}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b" " * MAX_BYTES + b"{}",
        write_ledger({"": PAGE, MAY: PAGE}, RECORD)[:-40],
        b"\xff\xfe",
    ],
    ids=itertools.count(),
)
def test_any_other_content_is_a_damaged_ledger(content: bytes) -> None:
    with pytest.raises(LedgerDamaged):
        read_ledger(content)


def test_the_digests_published_before_updates_existed_stay_valid() -> None:
    (month,) = load_agenda(MAY_2021).agenda.months
    assert digest_of(revision_content(month.current)) == (
        "794f2e242c3c19c30d8f8429720e33543962edfb787a649ecd90ae1c9c3641e0"
    )
    assert digest_of([item_content(item) for item in month.items]) == (
        "a19ca3ba79c5b4b5a36053abd9b025185a83b182e0a3af454fe9e3eb029a79f1"
    )


def test_the_digest_of_a_revision_covers_the_words_and_not_the_directory() -> None:
    lich = "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp, lanh_dao: Đ/c An PGĐ}]}"
    known = read_months(
        lich,
        directory="lanh_dao: [{ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}]",
    )
    contents = [
        revision_content(agenda.months[0].current)
        for agenda in (read_months(lich), known, read_months(lich.replace("An", "Anh")))
    ]
    assert digest_of(contents[0]) == digest_of(contents[1]) != digest_of(contents[2])
