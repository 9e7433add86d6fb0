"""Who said it: the speaker of each statement, within one article."""
