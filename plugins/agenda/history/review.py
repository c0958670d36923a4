"""What a person is asked to look at: items taken for the same without a code to say so."""

from agenda.history.matching import MatchBasis, Pair
from agenda.model import Item
from agenda.vietnam.dates import day_heading, half_day_name


def describe_doubt(pair: Pair) -> str:
    """Why two items of two revisions may not be the same, and what to do if they are not."""
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
    """An item by its words and its time: "Lễ chào cờ" (sáng Thứ Ba, 04/5)."""
    return f'"{item.text}" ({half_day_name(item.half_day).lower()} {day_heading(item.first)})'
