"""Prepare what the templates show, one module a kind of page."""
