"""Prepare the pages of people, units and groups."""
