"""Find and inspect the signed files that belong to the months."""
