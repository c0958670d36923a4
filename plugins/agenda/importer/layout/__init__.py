"""Find the blocks of a document: its header, sections and day lists."""
