"""New training examples made of annotated articles: layouts, marks and names that PolNeAR has too few of.

Every transformation takes an `Annotated` and a `random.Random` and gives a new `Annotated`, its spans carried over to
the letter, or None where it has nothing to do.  None of it needs torch.
"""

from training.transform.mixing import TRANSFORMATIONS, Transformation, augmented, transformed

__all__ = ["TRANSFORMATIONS", "Transformation", "augmented", "transformed"]
