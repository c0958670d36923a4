"""Read YAML nodes with their positions, and report what is wrong with them."""
