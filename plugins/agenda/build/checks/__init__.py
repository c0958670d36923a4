"""Check the site for private details and unfit files before it is published."""
