"""The plugin's options as `mkdocs.yml` gives them."""

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from agenda.build.settings.options import HALF_DAYS, OptionRefused, hours_of, licence_of, record_of
from agenda.exports.export_settings import ExportSettings, Hours, Licence


class OfficeHours(BaseConfigOption[Hours]):
    """Two times of a day, the earlier first: `07:30-11:30`."""

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> Hours:
        try:
            return hours_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class AgendasFolder(config_options.Dir):
    """A folder that has to be there, told in Vietnamese where it is not."""

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
    """What the record is called for ever: it stands in every calendar and feed."""

    def run_validation(self, value: object) -> str:
        try:
            return record_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class LicenceOption(BaseConfigOption[Licence]):
    """What the terms of use are called, and the URL at which they stand."""

    def run_validation(self, value: object) -> Licence:
        try:
            return licence_of(value)
        except OptionRefused as error:
            raise ValidationError(str(error)) from error


class HoursConfig(Config):
    sang = OfficeHours(default=HALF_DAYS["sang"].hours)
    chieu = OfficeHours(default=HALF_DAYS["chieu"].hours)
    toi = OfficeHours(default=HALF_DAYS["toi"].hours)


class AgendaConfig(Config):
    agendas = AgendasFolder(default="agendas")
    """The folder of the YAML agendas, from the folder of `mkdocs.yml`."""
    agency = config_options.Type(str)
    """The body whose agenda this is, as pages name it."""
    record = RecordName()
    """The name of the record in the ids of events and news: never to change."""
    office_hours = config_options.SubConfig(HoursConfig)
    """What a half-day without a time is in a calendar."""
    licence = config_options.Optional(LicenceOption())
    """The terms of use of the open data, once the agency has set any."""
    ledger = config_options.Optional(config_options.Type(str))
    """A ledger to compare with where no deployed branch has one, from that same folder."""

    def terms(self, home: str) -> ExportSettings:
        """What programs are given of a site whose public URL is `home`."""
        hours = self.office_hours
        return ExportSettings(
            agency=self.agency,
            record=self.record,
            home=home,
            hours={each.half_day: hours[name] for name, each in HALF_DAYS.items()},
            licence=self.licence,
        )
