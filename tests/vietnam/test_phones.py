"""Test the removal of phone numbers from a text."""

import pytest

from agenda.vietnam.privacy.phones import remove_phones


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("SĐT 0912345678", ""),
        ("ĐT: 0912.345.678", ""),
        ("Đ/c An (ĐT 0912345678)", "Đ/c An"),
        ("Đ/c An (nhà B, ĐT 0912345678)", "Đ/c An (nhà B)"),
        ("Đ/c An 0912 345 678, Đ/c Bình 0983 111 222", "Đ/c An, Đ/c Bình"),
        ("Đ/c An (nhà B)", "Đ/c An (nhà B)"),
        ("Quyết định 1234/QĐ-UBND", "Quyết định 1234/QĐ-UBND"),
    ],
)
def test_phone_numbers_are_removed_with_the_words_for_them(text: str, public: str) -> None:
    assert remove_phones(text) == public
