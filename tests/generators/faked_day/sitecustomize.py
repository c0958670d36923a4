"""Let a Python process run on another day, `DAYS_LATER` days from now.

Python imports a module of this name by itself before anything else.
"""

import datetime
import os
import time
from typing import Any, Self

SHIFT = int(os.environ["DAYS_LATER"]) * 86_400  # seconds

_seconds, _nanoseconds = time.time, time.time_ns


class LaterDate(datetime.date):
    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(time.time())


class LaterDatetime(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Self:
        return cls.now()

    @classmethod
    def utcnow(cls) -> Self:
        return cls.now(datetime.UTC).replace(tzinfo=None)


def _shifted(function: Any) -> Any:
    """Wrap a function of `time` so that its default moment is the faked present."""
    return lambda moment=None: function(time.time() if moment is None else moment)


time.time = lambda: _seconds() + SHIFT
time.time_ns = lambda: _nanoseconds() + SHIFT * 10**9
time.gmtime, time.localtime = _shifted(time.gmtime), _shifted(time.localtime)
time.ctime = _shifted(time.ctime)
datetime.date = LaterDate  # type: ignore[misc]
datetime.datetime = LaterDatetime  # type: ignore[misc]
