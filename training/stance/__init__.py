"""Makes the second model: what a statement bears on, on which side, and the vector of a sentence."""
