"""The pages of the editor, one module for each kind of page."""
