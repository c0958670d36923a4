"""YAML files to the model and back, with every problem told in Vietnamese."""
