"""Check that signed files withhold the words that their month withholds."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from agenda.build.checks.positions import FilePositions
from agenda.build.checks.signed_text import Judgement, Verdict, judge
from agenda.cache.store import Cache
from agenda.cache.version import code_version, digest
from agenda.history.content import revision_content
from agenda.history.revealed import texts_of
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.libreoffice import find_libreoffice
from agenda.importer.loading.reader import read_document
from agenda.model import Problem, Revision
from agenda.source.yaml.problems import Position
from agenda.vietnam.privacy.detector import WITHHELD, count_withheld

_COVER = "thay bằng tệp đã che các chữ ấy, hoặc bỏ dòng tep"
_PUBLISHED = "tệp đã đăng thì khai thêm trong agendas/da-go.yml"


def check_original(
    folder: Path, revision: Revision, others: Iterable[Revision], cache: Cache
) -> Iterator[Problem]:
    """Yield a problem where the signed file of a revision may show what its month withholds.

    `others` are the other revisions of the month and their former states. `cache` caches the
    judgement of an unchanged file.
    """
    if revision.document.file is None:
        return
    count = count_withheld(revision_content(revision))
    path = folder / revision.document.file
    texts = tuple(texts_of(revision))
    more = dict.fromkeys(text for other in others for text in texts_of(other))
    judgement = _cached_judgement(
        path, texts, tuple(text for text in more if text not in texts), cache
    )
    if judgement.verdict is Verdict.COVERED or (
        judgement.verdict in (Verdict.UNKNOWN, Verdict.UNREAD)
        and revision.document.confirmed_redactions == count
    ):
        return
    file = FilePositions.read(folder, revision)
    message, remedy = _described(judgement, revision.document.file, count)
    position = file.original.position if file.original else Position()
    file.collector.error("original-uncovered", position, message, remedy, revision.document.file)
    yield from file.collector.problems


def _described(judgement: Judgement, written: str, count: int) -> tuple[str, str]:
    """Return the message and the remedy for a judgement."""
    file, about = f'tệp "{written}"', judgement.about
    look = (
        f"xem tệp: đã che đủ {count} chỗ thì ghi tep_da_che: {count} dưới van_ban; "
        f"chưa thì {_COVER}"
        if count
        else f"xem tệp: không có chữ nào mà bản khác của tháng ghi {WITHHELD} thì ghi "
        f"tep_da_che: 0 dưới van_ban; có thì {_COVER}"
    )
    match judgement.verdict:
        case Verdict.SHOWN:
            message = f'{file} còn chữ ở chỗ mà tháng này ghi {WITHHELD}: "{about}"'
            return message, f"{_COVER}; {_PUBLISHED}"
        case Verdict.HIDDEN:
            remedy = (
                "trong Word chấp nhận mọi thay đổi, xóa nhận xét và chữ ẩn rồi lưu lại, "
                f"hoặc bỏ dòng tep; {_PUBLISHED}"
            )
            return f"{file} có {about} mà người nhận tệp mở ra được", remedy
        case Verdict.UNREAD:
            return f"không đọc được {file} ({about}) để biết đã che chữ hay chưa", look
        case _:
            return f'không rõ {file} đã che chữ ở chỗ này hay chưa: "{about}"', look


def _cached_judgement(
    path: Path, texts: Sequence[str], others: Sequence[str], cache: Cache
) -> Judgement:
    key = digest(
        (
            b"signed file",
            code_version().encode(),
            str(find_libreoffice() is not None).encode(),
            path.read_bytes(),
            *(text.encode() for text in texts),
            b"other texts",
            *(text.encode() for text in others),
        )
    )
    kept = cache.get(key)
    if kept is not None:
        return Judgement(verdict=Verdict(int(kept[0])), about=kept[1:])
    judgement = _judge_file(path, texts, others)
    cache.put(key, f"{judgement.verdict.value}{judgement.about}")
    return judgement


def _judge_file(path: Path, texts: Sequence[str], others: Sequence[str]) -> Judgement:
    try:
        return judge(read_document(path), texts, others)
    except ImportRefused as refused:
        return Judgement(verdict=Verdict.UNREAD, about=refused.message)
