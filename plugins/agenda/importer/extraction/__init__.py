"""Turn item spans into the fields of a draft."""
