"""Report private details in the hand-written pages, unless the page lists them as public."""

import json
import re
from collections.abc import Mapping

from agenda.model import Problem
from agenda.source.privacy import PUBLIC_WORDS_KEY, describe
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.vietnam.privacy.detector import find_private_details
from agenda.vietnam.text import matching_key

_PARAGRAPH = re.compile(r"(?:.+\n?)+")


def check_page(file: str, text: str, metadata: Mapping[str, object]) -> tuple[Problem, ...]:
    """Return the problems of a file of `docs/`; `metadata` stands between two lines `---`.

    Each paragraph is judged for itself, as an item of an agenda is.
    """
    collector = ProblemCollector(f"docs/{file}")
    text = text.replace("\r\n", "\n")
    public = {matching_key(words) for words in _public_words(metadata)}
    for paragraph in _PARAGRAPH.finditer(text):
        for detail in find_private_details(paragraph[0]):
            if matching_key(detail.text) not in public:
                collector.error(
                    "private-detail",
                    Position.after(text[: paragraph.start() + detail.offset]),
                    describe(detail),
                    f"bỏ các chữ ấy khỏi trang; {_how_to_publish(detail.text, text, metadata)}",
                    detail.text,
                )
    return tuple(collector.problems)


def _public_words(metadata: Mapping[str, object]) -> tuple[str, ...]:
    words = metadata.get(PUBLIC_WORDS_KEY)
    return tuple(map(str, words)) if isinstance(words, list) else ()


def _how_to_publish(words: str, text: str, metadata: Mapping[str, object]) -> str:
    written = json.dumps(words, ensure_ascii=False)
    if _public_words(metadata):
        return f"nếu được công khai thì thêm {written} vào {PUBLIC_WORDS_KEY} ở đầu tệp"
    line = f"{PUBLIC_WORDS_KEY}: [{written}]"
    if text.startswith("---\n"):
        return f"nếu được công khai thì thêm ngay dưới dòng --- ở đầu tệp dòng {line}"
    return (
        f"nếu được công khai thì thêm vào đầu tệp ba dòng: một dòng ---, dòng {line}, một dòng ---"
    )
