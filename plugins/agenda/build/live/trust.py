"""Check that a ledger fits the published files and is the one that was deployed last."""

from collections.abc import Collection

from agenda.build.live.deployed import last_deployed
from agenda.build.live.files import unlisted_pages, vanished_files
from agenda.build.live.git import Repository
from agenda.build.settings.options import OptionRefused, office_hours_of
from agenda.exports.export_settings import OfficeHours
from agenda.history.ledger import MAX_BYTES, LedgerDamaged, LedgerFile, read_ledger
from agenda.site.urls import LEDGER

_SHOWN = 5
"""The number of files that a message names."""


class LedgerUntrusted(ValueError):
    """A ledger that cannot be compared with; the message is a Vietnamese predicate."""


def parse_ledger(content: bytes) -> tuple[LedgerFile, OfficeHours | None]:
    """Parse a ledger and its office hours. Raise `LedgerDamaged`."""
    file = read_ledger(content)
    try:
        return file, None if file.hours is None else office_hours_of(file.hours)
    except OptionRefused as error:
        raise LedgerDamaged("gio_lam_viec") from error


def read_trusted(
    content: bytes, repository: Repository, commit: str, files: Collection[str]
) -> tuple[LedgerFile, OfficeHours | None]:
    """Parse the ledger of a published commit, whose files are `files`.

    Raise `LedgerUntrusted` if it is damaged, does not fit the files, or differs from the ledger of
    the last deploy below a commit made by hand.
    """
    try:
        file, hours = parse_ledger(content)
    except LedgerDamaged as error:
        raise LedgerUntrusted("bị hỏng") from error
    if strays := unlisted_pages(file.entries, files):
        raise LedgerUntrusted(f"thiếu trang đang đăng ({_shown(strays)})")
    if strays := vanished_files(file.entries, files):
        raise LedgerUntrusted(f"kể cả nơi không còn tệp ({_shown(strays)})")
    deployed = last_deployed(repository, commit)
    if deployed is not None and deployed.commit != commit:
        last = repository.read(deployed.commit, LEDGER, limit=MAX_BYTES)
        if content != last:
            raise LedgerUntrusted(f"khác hồ sơ của lần đăng gần nhất ({deployed.commit[:12]})")
    return file, hours


def _shown(names: list[str]) -> str:
    more = f" … và {len(names) - _SHOWN} nơi nữa" if len(names) > _SHOWN else ""
    return ", ".join(f"/{name}" for name in names[:_SHOWN]) + more
