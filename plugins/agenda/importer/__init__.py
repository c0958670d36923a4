"""Import a signed Word or PDF file as a draft of a month's YAML, for a person to review."""
