"""Find what was edited by hand on a deployed branch: the ledger, the data of months."""

import re
from collections.abc import Iterator

from agenda.build.live.deployed import deploys_of, last_deployed
from agenda.build.live.git import Repository
from agenda.history.ledger import (
    MAX_BYTES,
    Ledger,
    LedgerDamaged,
    compare_ledgers,
    digest_of_bytes,
    read_ledger,
)
from agenda.site.urls import DATA, LEDGER

_MONTH_DATA = re.compile(rf"{DATA}\d{{4}}-\d{{2}}\.json")

_SHOWN = 5
"""The number of files that a message names."""


def find_lost_urls(repository: Repository, tip: str, ledger: Ledger) -> tuple[str, ...]:
    """Return the URLs that the deploy before the last one had and `ledger` lost or changed.

    Every deploy passes this comparison, so a ledger that does not was made by hand.
    """
    last = last_deployed(repository, tip)
    before = last_deployed(repository, f"{last.commit}^") if last else None
    former = _ledger_of(repository, before.commit) if before else None
    return tuple(each.url for each in compare_ledgers(former or {}, ledger))


def deployed_versions(repository: Repository, tip: str, path: str) -> Iterator[bytes]:
    """Yield every version of a file that a deploy published, the newest first."""
    for commit in deploys_of(repository, tip, path):
        content = repository.read(commit, path)
        entry = (_ledger_of(repository, commit) or {}).get(path)
        if content is not None and entry and entry.digest == digest_of_bytes(content):
            yield content


def _ledger_of(repository: Repository, commit: str) -> Ledger | None:
    content = repository.read(commit, LEDGER, limit=MAX_BYTES)
    try:
        return None if content is None else read_ledger(content).entries
    except LedgerDamaged:
        return None


def describe_edited_months(
    repository: Repository, tip: str, ledger: Ledger, remote: str, branch: str
) -> str:
    """Return which data of months are not what the ledger says, and how to restore them."""
    edited = [
        url
        for url, entry in ledger.items()
        if _MONTH_DATA.fullmatch(url)
        and digest_of_bytes(repository.read(tip, url) or b"") != entry.digest
    ]
    if not edited:
        return ""
    more = f" và {len(edited) - _SHOWN} tệp nữa" if len(edited) > _SHOWN else ""
    restored = (
        f"  git restore --source {commit} -- {url}"
        for url in edited
        for commit in _commits_with(repository, tip, url, ledger[url].digest)
    )
    return "\n".join(
        [
            f"Tệp {', '.join(edited[:_SHOWN])}{more} trên nhánh {branch} đang đăng bị sửa tay, nên "
            "không so được với trang đang đăng. Lấy lại tệp của lần đăng gần nhất rồi đăng lại:",
            f"  git fetch {remote} {branch}",
            "  git switch --detach FETCH_HEAD",
            *restored,
            '  git commit --all --message "Lấy lại tệp đã đăng"',
            f"  git push {remote} HEAD:refs/heads/{branch}",
            "  git switch -",
        ]
    )


def _commits_with(repository: Repository, tip: str, path: str, digest: str) -> Iterator[str]:
    """Yield the newest commit in which a file has a digest."""
    log = ("--literal-pathspecs", "log", "--format=%H", tip, "--", path)
    for commit in (repository.text(*log) or "").split():
        if digest_of_bytes(repository.read(commit, path) or b"") == digest:
            yield commit
            return
