"""Describe doubtful pairs of items for review by a person."""

from agenda.history.matching import MatchBasis, Pair
from agenda.model import Item
from agenda.vietnam.dates import day_heading, half_day_name


def describe_doubt(pair: Pair) -> str:
    """Explain in Vietnamese why two items may differ, and how to separate them."""
    before, after = describe_item(pair.before), describe_item(pair.after)
    match pair.basis:
        case MatchBasis.CODE:
            return (
                f'mã "{pair.after.code}" nay ở việc {after}, bản trước ở việc {before}: '
                f"chữ chỉ giống {pair.similarity:.0%}; nếu là hai việc, xóa dòng ma ở việc mới"
            )
        case MatchBasis.EXACT:
            return (
                f"việc {after} được coi là không đổi, nhưng có việc cùng chữ đã đổi lịch; "
                f"nếu không phải, ghi ma của đúng việc"
            )
        case MatchBasis.SIMILARITY:
            return (
                f"việc {after} được coi là việc {before} của bản trước, chữ giống "
                f"{pair.similarity:.0%}; nếu không phải, ghi ma của đúng việc, hoặc một mã mới"
            )


def describe_item(item: Item) -> str:
    """Return the text and time of an item: "Lễ chào cờ" (sáng Thứ Ba, 04/5)."""
    return f'"{item.text}" ({half_day_name(item.half_day).lower()} {day_heading(item.first)})'
