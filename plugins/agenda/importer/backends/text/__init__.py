"""Read plain text and the characters that all formats share."""
