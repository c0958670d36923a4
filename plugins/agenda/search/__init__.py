"""Build the search index that the browser reads."""
