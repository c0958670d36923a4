"""What the site says and where: addresses, views ready for a template, rendered pages."""
