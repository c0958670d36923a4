"""What builds need not work out again: texts kept by a digest of all that they came from."""
