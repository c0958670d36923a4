"""Dates that MkDocs would take from the clock: they come from the newest document instead."""

import os
from datetime import UTC, datetime, time

from agenda.model import Agenda

EPOCH = "SOURCE_DATE_EPOCH"
"""See https://reproducible-builds.org/specs/source-date-epoch/."""


def is_set() -> bool:
    """Whether whoever builds has set it: theirs counts."""
    return EPOCH in os.environ


def set_epoch(agenda: Agenda) -> None:
    """Set it to the day of the newest document."""
    if agenda.months:
        newest = max(month.current.document.issued for month in agenda.months)
        moment = datetime.combine(newest, time(), tzinfo=UTC)
        os.environ[EPOCH] = str(int(moment.timestamp()))
