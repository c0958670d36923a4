"""Private details in the texts of one file: reported until withheld or listed as public."""

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, texts_in
from agenda.vietnam.privacy.citizens import speaks_of_citizens
from agenda.vietnam.privacy.detector import WITHHELD, Kind, PrivateDetail, private_details
from agenda.vietnam.text import matching_key

_NAMES: dict[Kind, str] = {
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
"""Kinds that only a person can tell: outside of a month's file they stop nothing."""

PUBLIC = "cong_khai"


class PrivacyCheck:
    """Reports what looks private in the texts of a file."""

    def __init__(self, collector: ProblemCollector) -> None:
        self._findings = collector

    def check(self, scalar: Scalar, *, of_citizens: bool = False) -> None:
        """Report each detail; `of_citizens` as `private_details` has it."""
        for detail in _details(scalar.text, of_citizens):
            report = self._findings.error
            if detail.kind in _UNCERTAIN:
                report = self._findings.warning
            remedy = "bỏ các chữ ấy khỏi tệp này nếu là thông tin riêng của cá nhân"
            report("private-detail", scalar.position, describe(detail), remedy, detail.text)


class MonthPrivacyCheck(PrivacyCheck):
    """As `PrivacyCheck`, for a month, whose file may list words as public under `cong_khai`."""

    def __init__(
        self, month: Record, officials: Iterable[str], collector: ProblemCollector
    ) -> None:
        super().__init__(collector)
        self._month = month
        self._listed = month.scalars(PUBLIC)
        self._public = {matching_key(scalar.text) for scalar in self._listed}
        self._officials = frozenset(map(matching_key, officials))

    @property
    def public_words(self) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self._listed)

    def check(self, scalar: Scalar, *, of_citizens: bool = False) -> None:
        for detail in _details(scalar.text, of_citizens):
            if not self._may_stand(detail):
                remedy = f"{how_to_withhold(scalar)}; {how_to_publish(detail.text, self._listed)}"
                self._findings.error(
                    "private-detail", scalar.position, describe(detail), remedy, detail.text
                )

    def check_item(self, item: Record) -> None:
        """Check the texts of an item; what it is about tells whose names stand in any of them."""
        keys = ("noi_dung", "dia_diem", "thanh_phan", "ghi_chu", "ly_do")
        texts = [scalar for key in keys if (scalar := item.scalar(key)) is not None]
        of_citizens = len(texts) > 1 and any(_is_about_citizens(each.text) for each in texts)
        for scalar in texts:
            self.check(scalar, of_citizens=of_citizens)

    def check_list(self) -> None:
        """Warn of listed words that no text has: they might be words that were withheld since."""
        values = [value for key, value in self._month.values.items() if key != PUBLIC]
        for scalar in self._listed:
            words = matching_key(scalar.text)
            if not any(words in matching_key(text) for each in values for text in texts_in(each)):
                self._findings.warning(
                    "public-words-unused",
                    scalar.position,
                    f'không thấy "{scalar.text}" trong tháng này',
                    f"xóa khỏi {PUBLIC}, hoặc sửa lại cho đúng từng chữ đang đăng",
                    scalar.text,
                )

    def _may_stand(self, detail: PrivateDetail) -> bool:
        key = matching_key(detail.text)
        return key in self._public or (detail.kind == "citizen" and key in self._officials)


def describe(detail: PrivateDetail) -> str:
    return f'"{detail.text}" giống {_NAMES[detail.kind]}'


def how_to_publish(words: str, listed: Sequence[Scalar] = ()) -> str:
    """Say how a month's file lists words as public."""
    written = json.dumps(words, ensure_ascii=False)
    if listed:
        return (
            f"nếu được công khai thì thêm {written} vào {PUBLIC} ở dòng {listed[0].position.line}"
        )
    return f"nếu được công khai thì thêm vào cuối tệp dòng {PUBLIC}: [{written}]"


def how_to_withhold(scalar: Scalar | None) -> str:
    """Say how words of a text are withheld."""
    quotes = "" if scalar and scalar.node.style else ", cả đoạn đặt trong dấu nháy kép"
    return f"thay bằng {WITHHELD}{quotes}"


@lru_cache(maxsize=1 << 15)
def _details(text: str, of_citizens: bool) -> Collection[PrivateDetail]:
    """Remembered, since papers name the same units and people again and again."""
    return private_details(text, of_citizens=of_citizens)


@lru_cache(maxsize=1 << 15)
def _is_about_citizens(text: str) -> bool:
    return speaks_of_citizens(text)
