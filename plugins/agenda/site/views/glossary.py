"""Build the page of abbreviations."""

from agenda.cache.text import CachedText
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import GLOSSARY, HOME
from agenda.site.views.directory.sections import DIRECTORY_SOURCE
from agenda.vietnam.collation import collation_key


def glossary_page(context: SiteContext) -> Page:
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    title = "Chữ viết tắt"
    return Page(
        url=GLOSSARY,
        name=title,
        title=title,
        description=f"Các chữ viết tắt trong chương trình công tác của {context.agency}.",
        html=CachedText.of(
            context.renderer.render(
                "glossary.html",
                GLOSSARY,
                title=title,
                breadcrumbs=breadcrumbs,
                abbreviations=sorted(
                    context.agenda.directory.abbreviations,
                    key=lambda abbreviation: collation_key(abbreviation.short),
                ),
            )
        ),
        source=DIRECTORY_SOURCE,
        breadcrumbs=breadcrumbs,
    )
