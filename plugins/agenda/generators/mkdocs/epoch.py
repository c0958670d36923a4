"""Set the build date of MkDocs from the newest document instead of the clock."""

import os
import re
from datetime import UTC, datetime, time

from mkdocs.exceptions import PluginError

from agenda.model import Agenda

EPOCH = "SOURCE_DATE_EPOCH"
"""See https://reproducible-builds.org/specs/source-date-epoch/."""

LAST = 2**32 - 1
"""The last second that a gzip file can name; the first is 0."""


def is_set() -> bool:
    """Return True if the environment sets the date already."""
    return EPOCH in os.environ


def check_epoch() -> None:
    """Raise `PluginError` if MkDocs cannot use the value in the environment."""
    text = os.environ.get(EPOCH, "0")
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > LAST:
        raise PluginError(
            f"Biến môi trường {EPOCH} phải là số giây tính từ đầu năm 1970, viết bằng chữ số và "
            f"không quá {LAST}. Sửa lại, hoặc bỏ biến đó."
        )


def set_epoch(agenda: Agenda) -> None:
    """Set the date to the day of the newest document, or to 0 if that is before 1970."""
    if agenda.months:
        newest = max(month.newest.document.issued for month in agenda.months)
        moment = datetime.combine(newest, time(), tzinfo=UTC)
        os.environ[EPOCH] = str(max(0, int(moment.timestamp())))
