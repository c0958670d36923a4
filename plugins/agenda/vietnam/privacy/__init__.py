"""Find private details in texts, and words that are withheld."""
