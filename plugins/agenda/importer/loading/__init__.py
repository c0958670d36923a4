"""Detect a file's format and read it in a sandboxed process."""
