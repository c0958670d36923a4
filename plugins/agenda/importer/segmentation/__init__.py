"""Split rows into item spans, and join what continues over cells and pages."""
