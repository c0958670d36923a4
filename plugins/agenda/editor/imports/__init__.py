"""Read documents in the background, and show their drafts."""
