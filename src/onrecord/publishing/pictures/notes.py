"""What a picture says of itself in a sentence."""

from onrecord.publishing.pictures.signs import Groups
from onrecord.publishing.pictures.thinning import Thinned


def about(drawn: Thinned) -> list[str]:
    """Which ties are drawn, where not all are."""
    return [drawn.said] if drawn.said else []


def about_groups(groups: Groups) -> list[str]:
    """Where groups come from, where there are any."""
    if all(group is None for group in groups):
        return []
    return [
        "Groups are found by modularity, nobody named them: more ties inside, or fewer that oppose, than chance makes "
        "among all ties."
    ]
