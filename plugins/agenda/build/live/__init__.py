"""Read the published site from its git branch."""
