"""Keep the import path that published `mkdocs.yml` files name for slugs of headings."""

from agenda.build.docs.headings import heading_id

__all__ = ["heading_id"]
