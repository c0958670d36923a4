"""Compare the revisions of a month, and keep the ledger of permanent URLs."""
