"""What a command's exit status says."""

DONE = 0
"""Everything asked for was done."""

PARTLY = 1
"""Done, with some inputs refused or nothing found."""

NOT_DONE = 2
"""Wrong usage, or nothing done."""

BROKEN_OFF = 130
"""Ended by Ctrl-C, as shells have it; what was stored stays."""
