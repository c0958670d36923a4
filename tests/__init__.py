"""The folders mirror the package; `published` and `browser` look at the built site."""
