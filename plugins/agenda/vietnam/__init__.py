"""Vietnamese language and law: collation, dates, holidays, names, spelling and privacy."""
