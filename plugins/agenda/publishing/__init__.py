"""Keep import paths that other files name."""
