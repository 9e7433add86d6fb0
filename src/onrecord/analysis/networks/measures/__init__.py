"""What can be read off a network: its backbone, its camps and coalitions, its middle, how sure its ties are."""

from onrecord.analysis.networks.measures.annealing import Annealed, annealed_backbone
from onrecord.analysis.networks.measures.backbone import Backbone, Loss, backbone, loss_intervals, loss_of
from onrecord.analysis.networks.measures.barplot import Bar, bars
from onrecord.analysis.networks.measures.brokerage import Broker, brokerage
from onrecord.analysis.networks.measures.camps import Camps, camps
from onrecord.analysis.networks.measures.centrality import Central, centrality
from onrecord.analysis.networks.measures.coalitions import Coalitions, coalitions
from onrecord.analysis.networks.measures.grouping import Grouping, grouping
from onrecord.analysis.networks.measures.polarization import polarization
from onrecord.analysis.networks.measures.positions import positions
from onrecord.analysis.networks.measures.sampling import DRAWS, LEVEL, WRONG, Doubt, Sample
from onrecord.analysis.networks.measures.states import states
from onrecord.analysis.networks.measures.uncertainty import sure_series, sureness

__all__ = [
    "DRAWS",
    "LEVEL",
    "WRONG",
    "Annealed",
    "Backbone",
    "Bar",
    "Broker",
    "Camps",
    "Central",
    "Coalitions",
    "Doubt",
    "Grouping",
    "Loss",
    "Sample",
    "annealed_backbone",
    "backbone",
    "bars",
    "brokerage",
    "camps",
    "centrality",
    "coalitions",
    "grouping",
    "loss_intervals",
    "loss_of",
    "polarization",
    "positions",
    "states",
    "sure_series",
    "sureness",
]
