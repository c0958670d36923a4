"""Remove the lunar dates that documents print beside their dates: "14/3 (nhằm 12/02 ÂL)"."""

import re

_LUNAR = r"(?:ÂL|AL|âm\s+lịch|âm|tết)"
_DAY = r"(?:ngày\s+)?(?:(?:mùng|mồng)\s+)?\d{1,2}"
_MONTH = r"(?:\s*[/-]\s*\d{1,2}|\s+tháng\s+(?:giêng|chạp|\d{1,2}))"
_DATE = re.compile(
    rf"""
      \(\s* (?: (?:nhằm|tức)\b[^()]* | {_LUNAR}\s*:?\s*{_DAY}{_MONTH}?
              | {_DAY}{_MONTH}?\s*{_LUNAR} | {_DAY}\s+tháng\s+(?:giêng|chạp) ) \s*\)
    | \b(?:nhằm|tức)\s+(?:là\s+)?{_DAY}{_MONTH}?(?:\s*{_LUNAR}\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def remove_lunar_dates(text: str) -> str:
    """Return the text without lunar dates, which would be read as days of the agenda."""
    return _DATE.sub(" ", text)
