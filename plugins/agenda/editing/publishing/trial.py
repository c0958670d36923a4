"""Build the site of a planned commit aside, and compare it with the live one."""

import contextlib
import filecmp
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agenda.build.ledger_check.refusal import describe_refusal
from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.build.live.trust import parse_ledger
from agenda.build.settings.mkdocs_file import Settings
from agenda.build.site import CACHE
from agenda.cache.store import Cache
from agenda.editing.publishing.generator import run_mkdocs
from agenda.editing.publishing.progress import Obstacle, PublishingStopped
from agenda.editing.publishing.public_changes import PublicChange, SiteState, find_changes
from agenda.history.identity import identify
from agenda.site.urls import LEDGER
from agenda.source.folder import load_agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialSite:
    """A built site: its folder and its ledger."""

    folder: Path
    ledger: bytes


def build_trial(
    settings: Settings, temporary: Path, variables: Mapping[str, str], *, strict: bool
) -> TrialSite:
    """Build the site of an export. Raise `PublishingStopped` with the reasons of MkDocs."""
    folder = temporary / "site"
    options = ("--strict",) if strict else ()
    run_mkdocs(settings.folder, variables, "build", *options, "--site-dir", str(folder))
    return TrialSite(folder=folder, ledger=(folder / LEDGER).read_bytes())


def warm_export(clone: Settings, export: Settings) -> None:
    """Give an export the cache of the clone, and its signed files the times that they have there.

    A build knows a signed file by its size and time.
    """
    cache = export.folder / CACHE
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(clone.folder / CACHE, cache)
    for file in export.agendas.rglob("*"):
        with contextlib.suppress(OSError):
            own = clone.agendas / file.relative_to(export.agendas)
            if file.suffix != ".yml" and file.is_file() and filecmp.cmp(own, file, shallow=False):
                times = own.stat()
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def read_live(settings: Settings, folder: Path, source: str, variables: Mapping[str, str]) -> Live:
    """Return the live site as the remote has it, for the clone in `folder`.

    `source` is the commit to publish. Raise `PublishingStopped` where the site is not known.
    """
    deployment = Deployment(
        folder=folder,
        remote=settings.remote,
        branch=settings.branch,
        file=settings.ledger,
        source=source,
        variables=variables,
    )
    try:
        return deployment.read_remote()
    except LedgerUnavailable as error:
        raise PublishingStopped.because(str(error)) from error


def compare(
    settings: Settings, trial: TrialSite, live: Live, cache: Cache
) -> tuple[tuple[PublicChange, ...], tuple[Obstacle, ...]]:
    """Return what the public will see change, and why a deploy would refuse it."""
    new, hours = parse_ledger(trial.ledger)
    changes = find_changes(
        SiteState(name=settings.name, ledger=live.ledger or {}, read=live.read, blobs=live.blobs()),
        SiteState.built(settings.name, new.entries, trial.folder),
    )
    agenda = identify(load_agenda(settings.agendas, cache).agenda).agenda
    refusal = describe_refusal(new, hours, agenda, live, deploying=True)
    return changes, (Obstacle(message=refusal),) if refusal else ()
