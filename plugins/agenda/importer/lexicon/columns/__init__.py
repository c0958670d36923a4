"""The words of columns: in their headings, and in their cells."""
