"""The edits of the directory."""
