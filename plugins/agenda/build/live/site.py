"""The site that is live, as its deployed branch has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.build.live.git import Repository
from agenda.build.live.tampering import deployed_versions
from agenda.exports.export_settings import OfficeHours
from agenda.history.ledger import Ledger


class LedgerUnavailable(Exception):
    """The live ledger cannot be known; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The published site: a ledger, None where nothing was compared or nothing is published.

    `message` is a sentence for the log. `record` is the published name of the record, `hours` are
    the published office hours; None where they are not known. `commit` is that of the deployed
    branch, None without one.
    """

    ledger: Ledger | None
    message: str
    record: str | None = None
    hours: OfficeHours | None = None
    repository: Repository | None = None
    commit: str | None = None

    def read(self, path: str) -> bytes | None:
        """Return a published file; None where there is none."""
        if self.repository is None or self.commit is None:
            return None
        return self.repository.read(self.commit, path)

    def versions(self, path: str) -> Iterator[bytes]:
        """Yield every version of a file that a deploy published, the newest first."""
        if self.repository is None or self.commit is None:
            return iter(())
        return deployed_versions(self.repository, self.commit, path)

    def files(self) -> frozenset[str]:
        """Return the paths of all published files."""
        if self.repository is None or self.commit is None:
            return frozenset()
        return self.repository.files(self.commit) or frozenset()

    def blobs(self) -> dict[str, str]:
        """Return the ids that git gives the contents of all published files, by path."""
        if self.repository is None or self.commit is None:
            return {}
        return self.repository.blobs(self.commit)

    def links(self) -> frozenset[str]:
        """Return the paths of all published symbolic links."""
        if self.repository is None or self.commit is None:
            return frozenset()
        return self.repository.links(self.commit)
