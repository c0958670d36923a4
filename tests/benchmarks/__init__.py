"""Measurements against what a department could use instead; run by hand, never by pytest."""
