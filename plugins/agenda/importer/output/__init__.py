"""Write a draft as YAML, merge it, and compare it with a file."""
