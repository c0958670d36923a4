"""Read YAML nodes with their positions, and report their problems."""
