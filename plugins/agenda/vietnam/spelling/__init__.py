"""Find typing leftovers and misread characters in Vietnamese words."""
