"""Describe why a site cannot take the place of the live one."""

from agenda.build.ledger_check.settings import describe_settings
from agenda.build.ledger_check.violations import describe_violations, find_violations
from agenda.build.live.site import Live
from agenda.exports.export_settings import OfficeHours
from agenda.history.ledger import LedgerFile
from agenda.model import Agenda


def describe_refusal(
    new: LedgerFile, hours: OfficeHours | None, agenda: Agenda, live: Live, *, deploying: bool
) -> str:
    """Return the violations of the ledger `new` with their remedies; empty if there are none.

    `hours` are the office hours of the `agenda`. Only a deploy reads every published month.
    """
    if differing := describe_settings(live, new.record, hours, agenda):
        return differing
    versions = live.versions if deploying else None
    found = find_violations(new.entries, agenda, live.ledger or {}, live.read, versions)
    return describe_violations(found)
