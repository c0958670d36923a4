"""Build permanent redirects from the former codes of leaders, units and groups."""

from collections.abc import Iterator

from agenda.history.ledger import Kind
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import entry_url, entry_year_url, former_entry_url


def redirects(context: SiteContext) -> Iterator[Asset]:
    """Yield a redirect page for each former URL of an entry and of its years."""
    for entry, years in context.entry_years.items():
        for code in entry.former_codes:
            former = former_entry_url(entry, code)
            yield _redirect(context, former, entry_url(entry), entry.name)
            for year in years:
                name = f"{entry.name}, năm {year}"
                target = entry_year_url(entry, year)
                yield _redirect(context, f"{former}{year:04}/", target, name)


def _redirect(context: SiteContext, former: str, target: str, name: str) -> Asset:
    page = context.renderer.render("redirect.html", former, target=target, name=name)
    return Asset.of(f"{former}index.html", page.encode(), kind=Kind.REDIRECT)
