"""Read YAML files into the model, report problems in Vietnamese, and write YAML."""
