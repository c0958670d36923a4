"""The plugin's options as `mkdocs.yml` gives them."""

import re
from datetime import time
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from agenda.export.terms import Hours, Licence, Terms
from agenda.model import HalfDay

_HOURS = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])\s*-\s*([01]?[0-9]|2[0-3]):([0-5][0-9])")
_RECORD = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_LONGEST = 60


class OfficeHours(BaseConfigOption[Hours]):
    """Two times of a day, the earlier first: `07:30-11:30`."""

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> Hours:
        match = _HOURS.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise ValidationError(
                f'"{value}" không phải là giờ làm việc; viết như 07:30-11:30, trong dấu nháy.'
            )
        hours = Hours(
            start=time(int(match[1]), int(match[2])), end=time(int(match[3]), int(match[4]))
        )
        if hours.end <= hours.start:
            raise ValidationError(f'"{value}": giờ kết thúc phải sau giờ bắt đầu.')
        return hours


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
        if not isinstance(value, str) or not _RECORD.fullmatch(value) or len(value) > _LONGEST:
            raise ValidationError(
                f'"{value}": chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối, không '
                f"quá {_LONGEST} ký tự. Đã đăng thì không đổi nữa."
            )
        return value


class LicenceOption(BaseConfigOption[Licence]):
    """What the terms of use are called, and the address at which they stand."""

    def run_validation(self, value: object) -> Licence:
        match value:
            case {"title": str(title), "path": str(path), **others} if not others:
                if title and path.startswith(("https://", "http://")):
                    return Licence(title=title, path=path)
        raise ValidationError(
            "Viết licence: {title: tên điều kiện sử dụng, path: https://địa-chỉ-của-văn-bản}."
        )


class HoursConfig(Config):
    sang = OfficeHours(default="07:30-11:30")
    chieu = OfficeHours(default="13:30-17:00")
    toi = OfficeHours(default="19:00-21:00")


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

    def terms(self, home: str) -> Terms:
        """What programs are given of a site whose public address is `home`."""
        hours = self.office_hours
        return Terms(
            agency=self.agency,
            record=self.record,
            home=home,
            hours={
                HalfDay.MORNING: hours.sang,
                HalfDay.AFTERNOON: hours.chieu,
                HalfDay.EVENING: hours.toi,
            },
            licence=self.licence,
        )
