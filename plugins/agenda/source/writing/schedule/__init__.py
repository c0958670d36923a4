"""Change the rows and items of a month's schedule, and nothing else in the file."""
