"""What is Vietnamese: letters, order, dates, days off, names, spelling and privacy."""
