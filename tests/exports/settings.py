"""Provide export settings for tests, and the files that they produce."""

from datetime import time
from pathlib import Path

from agenda.exports.export_settings import ExportSettings, Hours, OfficeHours
from agenda.exports.files import files
from agenda.model import Agenda, HalfDay
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext, build_context
from tests.project import REPOSITORY

HOME = "https://example.invalid/lich/"

SETTINGS = ExportSettings(
    agency="Sở Thử nghiệm",
    record="lich.so-thu-nghiem",
    home=HOME,
    hours=OfficeHours(
        first={
            HalfDay.MORNING: Hours(start=time(7, 30), end=time(11, 30)),
            HalfDay.AFTERNOON: Hours(start=time(13, 30), end=time(17)),
            HalfDay.EVENING: Hours(start=time(19), end=time(21)),
        }
    ),
)


def context_of(
    agenda: Agenda, settings: ExportSettings = SETTINGS, folder: Path = Path("agendas")
) -> SiteContext:
    templates = REPOSITORY / "overrides" / "agenda"
    return build_context(agenda, settings.agency, folder, templates, settings.home)


def exported_files(agenda: Agenda, settings: ExportSettings = SETTINGS) -> dict[str, Asset]:
    """Return every file made for programs, by URL."""
    return {asset.url: asset for asset in files(context_of(agenda, settings), settings)}
