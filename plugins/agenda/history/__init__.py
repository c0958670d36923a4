"""Compare the revisions of a month, and check the ledger of permanent URLs."""
