"""What had to be changed or left out for DNA, as the command says it before a number."""

from onrecord.publishing.dna.schema import MOST

UNCODED = "statements left out that nobody has coded, for DNA's statements are codes"
NEITHER = "codes left out that neither agree nor disagree, for which DNA has no value"
UNDATED = "articles without a date, which DNA needs, dated 1970-01-01"
CUT = f"texts longer than the {MOST} characters that DNA holds, cut"
REPLACED = "characters beyond U+FFFF (emoji), at which DNA miscounts places, replaced"
NEW_CODERS = "coders new to DNA, who log in with --password"
