"""Check an edit before it is written, and locate what is wrong with it."""
