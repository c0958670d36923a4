"""Report private details in the texts of a file, unless they are withheld or listed as public."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from agenda.schema.fields import TextField
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, texts_in
from agenda.vietnam.privacy.citizens import is_about_citizens
from agenda.vietnam.privacy.detector import WITHHELD, Kind, PrivateDetail, find_private_details
from agenda.vietnam.text import matching_key

_KIND_NAMES: dict[Kind, str] = {
    "phone": "số điện thoại",
    "plate": "biển số xe",
    "identity": "số giấy tờ tùy thân",
    "account": "số tài khoản",
    "email": "địa chỉ thư điện tử",
    "birth": "ngày sinh",
    "illness": "tình trạng bệnh của một người",
    "citizen": "tên riêng của công dân",
}
_UNCERTAIN: tuple[Kind, ...] = ("illness", "citizen")
"""Kinds that only a person can judge. Outside a month's file they are only warnings."""

PUBLIC_WORDS_KEY = "cong_khai"

_SPACE_IN_PATH = re.compile(r"[_/]|(?<!\d)-|-(?!\d)")
"""A character that stands for a space; a hyphen between digits is part of a number or a date."""


class PrivacyCheck:
    """A check of texts for private details."""

    def __init__(self, collector: ProblemCollector) -> None:
        self._collector = collector

    def check(self, scalar: Scalar, *, concerns_citizens: bool = False) -> None:
        """Report each private detail. See `find_private_details` for `concerns_citizens`."""
        for detail in _details(scalar.text, concerns_citizens):
            report = self._collector.error
            if detail.kind in _UNCERTAIN:
                report = self._collector.warning
            remedy = "bỏ các chữ ấy khỏi tệp này nếu là thông tin riêng của cá nhân"
            report("private-detail", scalar.position, describe(detail), remedy, detail.text)


class MonthPrivacyCheck(PrivacyCheck):
    """A privacy check for a month, whose file may list public words under `cong_khai`."""

    def __init__(
        self, month: Record, officials: Iterable[str], collector: ProblemCollector
    ) -> None:
        super().__init__(collector)
        self._month = month
        self._public_scalars = month.scalars(PUBLIC_WORDS_KEY)
        self._public = {matching_key(scalar.text) for scalar in self._public_scalars}
        self._officials = frozenset(map(matching_key, officials))

    @property
    def public_words(self) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self._public_scalars)

    def check(self, scalar: Scalar, *, concerns_citizens: bool = False) -> None:
        for detail in _details(scalar.text, concerns_citizens):
            if not self._is_allowed(detail):
                publish = how_to_publish(detail.text, self._public_scalars)
                remedy = f"{how_to_withhold(scalar)}; {publish}"
                self._collector.error(
                    "private-detail", scalar.position, describe(detail), remedy, detail.text
                )

    def check_original(self, scalar: Scalar) -> None:
        """Check the path of a signed original, which is its URL."""
        path, _, _ = scalar.text.rpartition(".")
        for detail in _details(_SPACE_IN_PATH.sub(" ", path), False):
            words = path[detail.offset :][: len(detail.text)]
            named = replace(detail, text=words)
            if not self._is_allowed(named):
                publish = how_to_publish(words, self._public_scalars)
                remedy = (
                    "đổi tên tệp rồi sửa dòng tep cho khớp (tệp đã đăng thì khai thêm trong "
                    f"agendas/da-go.yml); {publish}"
                )
                self._collector.error(
                    "private-detail",
                    scalar.position,
                    f"tên tệp: {describe(named)}",
                    remedy,
                    words,
                )

    def check_item(self, item: Record) -> None:
        """Check all texts of an item together, except those with a pattern, such as codes.

        If one text concerns citizens, names in the others are checked too.
        """
        texts = [
            scalar
            for field in item.form.fields
            if isinstance(field.shape, TextField) and field.shape.pattern is None
            if (scalar := item.scalar(field.key)) is not None
        ]
        concerns_citizens = len(texts) > 1 and any(_is_about_citizens(each.text) for each in texts)
        for scalar in texts:
            self.check(scalar, concerns_citizens=concerns_citizens)

    def check_public_words(self) -> None:
        """Warn of public words that occur in no text.

        Such words might have been withheld since, and the list would still reveal them.
        """
        values = [value for key, value in self._month.values.items() if key != PUBLIC_WORDS_KEY]
        for scalar in self._public_scalars:
            words = matching_key(scalar.text)
            if not any(words in matching_key(text) for each in values for text in texts_in(each)):
                self._collector.warning(
                    "public-words-unused",
                    scalar.position,
                    f'không thấy "{scalar.text}" trong tháng này',
                    f"xóa khỏi {PUBLIC_WORDS_KEY}, hoặc sửa lại cho đúng từng chữ đang đăng",
                    scalar.text,
                )

    def _is_allowed(self, detail: PrivateDetail) -> bool:
        key = matching_key(detail.text)
        return key in self._public or (detail.kind == "citizen" and key in self._officials)


def describe(detail: PrivateDetail) -> str:
    return f'"{detail.text}" giống {_KIND_NAMES[detail.kind]}'


def how_to_publish(words: str, public_scalars: Sequence[Scalar] = ()) -> str:
    """Return the remedy that lists words as public in a month's file."""
    written = json.dumps(words, ensure_ascii=False)
    if public_scalars:
        line = public_scalars[0].position.line
        return f"nếu được công khai thì thêm {written} vào {PUBLIC_WORDS_KEY} ở dòng {line}"
    return f"nếu được công khai thì thêm vào cuối tệp dòng {PUBLIC_WORDS_KEY}: [{written}]"


def how_to_withhold(scalar: Scalar | None) -> str:
    """Return the remedy that withholds words of a text."""
    quotes = "" if scalar and scalar.node.style else ", cả đoạn đặt trong dấu nháy kép"
    return f"thay bằng {WITHHELD}{quotes}"


@lru_cache(maxsize=1 << 15)
def _details(text: str, concerns_citizens: bool) -> Collection[PrivateDetail]:
    # Documents repeat the names of the same units and people.
    return find_private_details(text, concerns_citizens=concerns_citizens)


@lru_cache(maxsize=1 << 15)
def _is_about_citizens(text: str) -> bool:
    return is_about_citizens(text)
