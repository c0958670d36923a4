"""What happens to an agenda once it is published: amendments, identities, permanent addresses."""
