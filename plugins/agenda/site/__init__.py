"""Build the pages and files of the site: URLs, view models and rendered templates."""
