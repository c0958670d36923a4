"""What every generator shares: all that is published, held against what is, written whole."""
