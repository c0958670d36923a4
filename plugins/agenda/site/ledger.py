"""Build the ledger of the site from its pages and files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from agenda.history.ledger import Kind, Ledger, LedgerEntry, digest_content, digest_of
from agenda.model import Withdrawal
from agenda.site.artifact import Asset, Page
from agenda.site.urls import normalise_url, on_page, page_url


def make_ledger(
    artifacts: Iterable[Page | Asset], withdrawals: Iterable[Withdrawal]
) -> dict[str, LedgerEntry]:
    """Return the ledger entries of all artifacts, including the anchors of pages."""
    declared = _declared(withdrawals)
    ledger: dict[str, LedgerEntry] = {}
    for artifact in artifacts:
        url = artifact.url.removesuffix("index.html")
        place = normalise_url(url)
        if isinstance(artifact, Asset):
            ledger[url] = LedgerEntry(
                kind=artifact.kind,
                digest=artifact.digest,
                frozen=artifact.frozen,
                declared=declared.get(place, ()),
            )
            continue
        digest = artifact.content or digest_content([artifact.title, artifact.description])
        ledger[url] = LedgerEntry(
            kind=artifact.kind,
            digest=digest.digest,
            frozen=artifact.frozen,
            withheld=digest.withheld,
            declared=declared.get(place, ()),
        )
        for anchor in artifact.anchors:
            ledger[on_page(url, anchor.name)] = LedgerEntry(
                kind=anchor.kind,
                digest=anchor.content.digest,
                withheld=anchor.content.withheld,
                declared=declared.get(on_page(place, anchor.name), ()),
            )
    return ledger


def with_documents(
    ledger: Mapping[str, LedgerEntry],
    documents: Mapping[str, LedgerEntry],
    withdrawals: Iterable[Withdrawal],
) -> Ledger:
    """Return the ledger extended by the entries of hand-written pages.

    A withdrawn heading that is gone leaves a tombstone in the ledger only.
    """
    declared = _declared(withdrawals)
    written = {
        url: replace(entry, declared=declared.get(_place(url), ()))
        for url, entry in documents.items()
    }
    for place, digests in declared.items():
        url, sign, anchor = place.partition("#")
        page = page_url(url.removeprefix("/"))
        if sign and page in documents and on_page(page, anchor) not in documents:
            written[on_page(page, anchor)] = LedgerEntry(
                kind=Kind.TOMBSTONE, digest=digest_of(digests), declared=digests
            )
    return {**written, **ledger}


def _place(url: str) -> str:
    page, sign, anchor = url.partition("#")
    return normalise_url(page) + sign + anchor


def _declared(withdrawals: Iterable[Withdrawal]) -> Mapping[str, tuple[str, ...]]:
    """Return the digests of the declarations by the URL or anchor that they name."""
    declared: dict[str, list[str]] = defaultdict(list)
    for withdrawal in withdrawals:
        content = [withdrawal.day.isoformat(), withdrawal.reason, withdrawal.document]
        for url in withdrawal.urls:
            where, sign, anchor = url.partition("#")
            declared[normalise_url(where) + sign + anchor].append(digest_of(content))
    return {place: tuple(digests) for place, digests in declared.items()}
