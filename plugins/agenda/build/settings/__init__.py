"""Read the settings of the site from mkdocs.yml."""
