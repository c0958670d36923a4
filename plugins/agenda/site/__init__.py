"""What the site says and where: URLs, views ready for a template, rendered pages."""
