"""The site's ledger: what stands at each permanent address of its artifacts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from agenda.model import Withdrawal
from agenda.record.ledger import Ledger, Standing, digest_of, digest_of_bytes, write_content
from agenda.site.artifact import Asset, Page
from agenda.vietnam.privacy import count_withheld, may_withhold


def make_ledger(
    artifacts: Iterable[Page | Asset], withdrawals: Iterable[Withdrawal]
) -> dict[str, Standing]:
    """Every address of the artifacts, the anchors of pages included."""
    declared = _declared(withdrawals)
    ledger: dict[str, Standing] = {}
    for artifact in artifacts:
        address = artifact.address.removesuffix("index.html")
        if isinstance(artifact, Asset):
            ledger[address] = Standing(
                kind=artifact.kind,
                digest=digest_of_bytes(artifact.content),
                frozen=artifact.frozen,
                declared=declared.get(address, ()),
            )
            continue
        said = artifact.content or [artifact.title, artifact.description]
        written = write_content(said)
        ledger[address] = Standing(
            kind=artifact.kind,
            digest=digest_of_bytes(written.encode()),
            frozen=artifact.frozen,
            withheld=count_withheld(said) if may_withhold(written) else 0,
            declared=declared.get(address, ()),
        )
        for anchor in artifact.anchors:
            name = f"{address}#{anchor.name}"
            written = write_content(anchor.content)
            ledger[name] = Standing(
                kind=anchor.kind,
                digest=digest_of_bytes(written.encode()),
                withheld=count_withheld(anchor.content) if may_withhold(written) else 0,
                declared=declared.get(name, ()),
            )
    return ledger


def with_documents(ledger: Mapping[str, Standing], documents: Mapping[str, Standing]) -> Ledger:
    """The ledger with what is written by hand as well."""
    return {**documents, **ledger}


def _declared(withdrawals: Iterable[Withdrawal]) -> Mapping[str, tuple[str, ...]]:
    """The digests of the declarations that name an address."""
    declared: dict[str, list[str]] = defaultdict(list)
    for withdrawal in withdrawals:
        said = [withdrawal.day.isoformat(), withdrawal.reason, withdrawal.document]
        for address in withdrawal.addresses:
            declared[address].append(digest_of(said))
    return {address: tuple(digests) for address, digests in declared.items()}
