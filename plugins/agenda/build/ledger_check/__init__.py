"""Compare a build with the published ledger and list what it would lose or change."""
