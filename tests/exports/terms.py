"""The terms on which tests give an agenda to programs, and all that is given so."""

from datetime import time
from pathlib import Path

from agenda.exports.export_settings import ExportSettings, Hours
from agenda.exports.files import files
from agenda.model import Agenda, HalfDay
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext, build_context
from tests.project import REPOSITORY

HOME = "https://example.invalid/lich/"

TERMS = ExportSettings(
    agency="Sở Thử nghiệm",
    record="lich.so-thu-nghiem",
    home=HOME,
    hours={
        HalfDay.MORNING: Hours(start=time(7, 30), end=time(11, 30)),
        HalfDay.AFTERNOON: Hours(start=time(13, 30), end=time(17)),
        HalfDay.EVENING: Hours(start=time(19), end=time(21)),
    },
)


def publication_of(
    agenda: Agenda, terms: ExportSettings = TERMS, folder: Path = Path("agendas")
) -> SiteContext:
    templates = REPOSITORY / "overrides" / "agenda"
    return build_context(agenda, terms.agency, folder, templates, terms.home)


def made_for_programs(agenda: Agenda, terms: ExportSettings = TERMS) -> dict[str, Asset]:
    """Every file made for programs, by URL."""
    return {asset.url: asset for asset in files(publication_of(agenda, terms), terms)}
