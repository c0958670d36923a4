"""Comparisons with what a department could use instead. Run by hand, never by pytest."""
