"""Prepare scripts, styles and the page frame of the theme."""
