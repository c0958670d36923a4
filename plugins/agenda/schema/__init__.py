"""Define the fields of the YAML files once, and derive their JSON Schema."""
