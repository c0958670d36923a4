"""Build the pages that are written by hand in docs/."""
