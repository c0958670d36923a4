"""Addresses that lead on for ever: those of leaders, units and groups that got another code."""

from collections.abc import Iterator

from agenda.history.ledger import Kind
from agenda.site.artifact import Asset
from agenda.site.context import Publication
from agenda.site.urls import former_party_address, party_address, party_year_address


def redirects(publication: Publication) -> Iterator[Asset]:
    """A small page at every former address of a party and of its years."""
    for party, years in publication.named.items():
        for code in party.former_codes:
            former = former_party_address(party, code)
            yield _redirect(publication, former, party_address(party), party.name)
            for year in years:
                name = f"{party.name}, năm {year}"
                target = party_year_address(party, year)
                yield _redirect(publication, f"{former}{year:04}/", target, name)


def _redirect(publication: Publication, former: str, target: str, name: str) -> Asset:
    page = publication.renderer.render("redirect.html", former, target=target, name=name)
    return Asset.of(f"{former}index.html", page.encode(), kind=Kind.REDIRECT)
