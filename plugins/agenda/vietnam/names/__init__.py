"""Recognise names, titles and lists of people and bodies."""
