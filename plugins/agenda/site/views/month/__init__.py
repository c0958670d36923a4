"""Prepare the pages of a month: days, items, amendments and history."""
