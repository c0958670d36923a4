"""Values that the stages of an import pass on, and the diagnostics of a draft."""
