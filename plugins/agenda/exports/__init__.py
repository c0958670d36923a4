"""Convert the model to iCalendar, Atom, CSV, JSON and JSON-LD files."""
