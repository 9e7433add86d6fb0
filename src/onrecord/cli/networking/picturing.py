"""A network as a picture: its groups are found, then it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.analysis.networks.measures import coalitions
from onrecord.errors import UsageError
from onrecord.model.network import Network
from onrecord.publishing.networks.vertices import vertices
from onrecord.publishing.pictures import columns, heatmap, node_link
from onrecord.publishing.pictures.thinning import usual_most

PictureKind = Literal["ties", "heatmap"]

MOST_NODES = 300
"""Beyond it names have no room on any screen; 300 nodes take 10 seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Which picture is asked for, with how many ties (None: the usual), and the seed of its layout."""

    kind: PictureKind = "ties"
    most_ties: int | None = None
    seed: int = 1

    def lines(self, network: Network) -> Iterator[str]:
        """The SVG; raises UsageError (``too-large``) beyond `MOST_NODES` nodes."""
        size = len(vertices(network))
        if size > MOST_NODES:
            raise UsageError(
                f"nobody could read a picture of {size:,} nodes: choose fewer with --include, --exclude, --from and "
                f"--to (at most {MOST_NODES}), or take --format gexf into Gephi",
                code="too-large",
            )
        groups = coalitions(network, seed=self.seed).groups
        most = usual_most(network) if self.most_ties is None else self.most_ties
        if self.kind == "heatmap":
            return heatmap.lines(network, groups, most, self.seed)
        if network.mode == "two":
            return columns.lines(network, groups, most, self.seed)
        return node_link.lines(network, groups, most, self.seed)
