"""Closed lists of words that say what a name is the name of; each file knows one field."""
