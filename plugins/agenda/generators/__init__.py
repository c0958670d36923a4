"""Adapters for site generators."""
