"""Build everything that is published, and check it against what is live."""
