"""Define the plugin's options for MkDocs."""

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from agenda.build.settings.options import OptionRefused, licence_of, office_hours_of, record_of
from agenda.exports.export_settings import ExportSettings, Licence, OfficeHours


class OfficeHoursOption(BaseConfigOption[OfficeHours]):
    """An option with the office hours of half-days; see `office_hours_of`."""

    def run_validation(self, value: object) -> OfficeHours:
        try:
            return office_hours_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class AgendasFolder(config_options.Dir):
    """An option with an existing folder; the error is in Vietnamese."""

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> str:
        path = super().run_validation(value)
        if not Path(path).is_dir():
            raise ValidationError(
                f"Không có thư mục {path}, nơi chứa lịch từng tháng. Chạy lệnh ở thư mục có "
                "mkdocs.yml, hoặc sửa dòng agendas trong đó."
            )
        return path


class RecordName(BaseConfigOption[str]):
    """An option with the permanent name of the record, part of every event id."""

    def run_validation(self, value: object) -> str:
        try:
            return record_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class LicenceOption(BaseConfigOption[Licence]):
    """An option with the title and URL of the terms of use."""

    def run_validation(self, value: object) -> Licence:
        try:
            return licence_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class AgendaConfig(Config):
    agendas = AgendasFolder(default="agendas")
    """The folder of the YAML agendas, from the folder of `mkdocs.yml`."""
    agency = config_options.Type(str)
    """The body whose agenda this is, as pages name it."""
    record = RecordName()
    """The name of the record in the ids of events and news: never to change."""
    office_hours = OfficeHoursOption()
    """The hours that a calendar shows for a half-day without a time."""
    licence = config_options.Optional(LicenceOption())
    """The terms of use of the open data, once the agency has set any."""
    ledger = config_options.Optional(config_options.Type(str))
    """A ledger to compare with where no deployed branch has one, from that same folder."""

    def terms(self, home: str) -> ExportSettings:
        """Return the settings of exports for a site at the public URL `home`."""
        return ExportSettings(
            agency=self.agency,
            record=self.record,
            home=home,
            hours=self.office_hours,
            licence=self.licence,
        )
