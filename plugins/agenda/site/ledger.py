"""The site's ledger: what stands at each permanent URL of its artifacts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from agenda.history.ledger import Kind, Ledger, Standing, digest_of, said
from agenda.model import Withdrawal
from agenda.site.artifact import Asset, Page
from agenda.site.urls import on_page, page_of, place_of


def make_ledger(
    artifacts: Iterable[Page | Asset], withdrawals: Iterable[Withdrawal]
) -> dict[str, Standing]:
    """Every URL of the artifacts, the anchors of pages included."""
    declared = _declared(withdrawals)
    ledger: dict[str, Standing] = {}
    for artifact in artifacts:
        url = artifact.url.removesuffix("index.html")
        place = place_of(url)
        if isinstance(artifact, Asset):
            ledger[url] = Standing(
                kind=artifact.kind,
                digest=artifact.digest,
                frozen=artifact.frozen,
                declared=declared.get(place, ()),
            )
            continue
        told = artifact.content or said([artifact.title, artifact.description])
        ledger[url] = Standing(
            kind=artifact.kind,
            digest=told.digest,
            frozen=artifact.frozen,
            withheld=told.withheld,
            declared=declared.get(place, ()),
        )
        for anchor in artifact.anchors:
            ledger[on_page(url, anchor.name)] = Standing(
                kind=anchor.kind,
                digest=anchor.content.digest,
                withheld=anchor.content.withheld,
                declared=declared.get(on_page(place, anchor.name), ()),
            )
    return ledger


def with_documents(
    ledger: Mapping[str, Standing],
    documents: Mapping[str, Standing],
    withdrawals: Iterable[Withdrawal],
) -> Ledger:
    """Return the ledger with what is written by hand as well.

    A declared heading that is gone leaves a tombstone in the ledger alone.
    """
    declared = _declared(withdrawals)
    written = {
        url: replace(entry, declared=declared.get(_place(url), ()))
        for url, entry in documents.items()
    }
    for place, digests in declared.items():
        url, sign, anchor = place.partition("#")
        page = page_of(url.removeprefix("/"))
        if sign and page in documents and on_page(page, anchor) not in documents:
            written[on_page(page, anchor)] = Standing(
                kind=Kind.TOMBSTONE, digest=digest_of(digests), declared=digests
            )
    return {**written, **ledger}


def _place(url: str) -> str:
    page, sign, anchor = url.partition("#")
    return place_of(page) + sign + anchor


def _declared(withdrawals: Iterable[Withdrawal]) -> Mapping[str, tuple[str, ...]]:
    """The digests of the declarations that name a place, or an anchor there."""
    declared: dict[str, list[str]] = defaultdict(list)
    for withdrawal in withdrawals:
        said = [withdrawal.day.isoformat(), withdrawal.reason, withdrawal.document]
        for url in withdrawal.urls:
            where, sign, anchor = url.partition("#")
            declared[place_of(where) + sign + anchor].append(digest_of(said))
    return {place: tuple(digests) for place, digests in declared.items()}
