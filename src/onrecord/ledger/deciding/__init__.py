"""Decisions: kept as events, and the current state that follows from them and from what the machine found."""
