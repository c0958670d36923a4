"""Write new and changed YAML files without disturbing the rest of a file."""
