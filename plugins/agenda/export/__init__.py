"""What the agenda gives to programs: model and addresses in, bytes out."""
