"""Read the rows of a schedule from tables of any shape."""
