"""Reads a signed Word or PDF file into a draft of a month's YAML that a person only reviews."""
