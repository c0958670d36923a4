"""The project that Zensical builds from."""
