"""Encode revisions for the cache, and decode them."""
