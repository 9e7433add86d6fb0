"""Taking in a study made with the Discourse Network Analyzer, and what is kept of it for the way back."""
