"""A withheld place is found again in another text by the words around its mark."""

import pytest

from agenda.vietnam.privacy.redactions import find_redactions, find_revealed_spans

MARK = "[không công bố]"


def found(marked: str, text: str, *, loose: bool = False) -> list[str]:
    return [
        text[start:end]
        for place in find_redactions(marked)
        for start, end in find_revealed_spans(place, text, loose=loose)
    ]


@pytest.mark.parametrize(
    ("marked", "text", "words"),
    [
        (f"Tiếp công dân {MARK}", "Tiếp công dân Nguyễn Văn Bê", ["Nguyễn Văn Bê"]),
        (f"Tiếp công dân {MARK}", "TIẾP CÔNG DÂN: Nguyễn Văn Bê.", ["Nguyễn Văn Bê"]),
        (f"{MARK} khiếu nại về đất", "Nguyễn Văn Bê khiếu nại về đất", ["Nguyễn Văn Bê"]),
        (f"Gặp ông {MARK} về đất đai", "Gặp ông Nguyễn Văn Bê về đất đai", ["Nguyễn Văn Bê"]),
        (
            f"Gặp ông {MARK} và bà {MARK} về đất",
            "Gặp ông Nguyễn Bê và bà Lê Xê về đất",
            ["Nguyễn Bê", "Lê Xê"],
        ),
        (f"Gặp {MARK}, {MARK} về đất", "Gặp Nguyễn Bê, Lê Xê về đất", ["Nguyễn Bê, Lê Xê"]),
        (f"Gọi số {MARK} để đăng ký", "Gọi số 0912.345.678 để đăng ký", ["0912.345.678"]),
        (f"Tiếp công dân {MARK}", "Tiếp công dân [Không công bố]", []),
        (f"Tiếp công dân {MARK}", "Tiếp công dân", []),
        (f"Tiếp công dân {MARK} về đất", "Tiếp công dân về đất", []),
        (f"Tiếp công dân {MARK}", "Họp giao ban", []),
        (f"Tiếp công dân {MARK}", "Báo cáo công tác tiếp công dân quý II", []),
        (MARK, "Họp giao ban", []),
        ("Tiếp công dân", "Tiếp công dân", []),
    ],
)
def test_words_in_the_place_of_a_mark(marked: str, text: str, words: list[str]) -> None:
    assert found(marked, text) == words


@pytest.mark.parametrize(
    ("marked", "text", "words"),
    [
        (f"Gặp ông {MARK} về đất", "Gặp ông Nguyễn Bê, xã Kỳ Lạc, bàn đền bù", ["Nguyễn Bê"]),
        (f"Gặp ông {MARK} về đất đai", "Hẹn: Nguyễn Văn Bê về đất đai", ["Nguyễn Văn Bê"]),
        (MARK, "Nguyễn Văn Bê", ["Nguyễn Văn Bê"]),
        (f"Gặp ông {MARK} về đất", "Họp giao ban", []),
    ],
)
def test_one_side_is_enough_in_another_version_of_a_text(
    marked: str, text: str, words: list[str]
) -> None:
    assert found(marked, text, loose=True) == words
