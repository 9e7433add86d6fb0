"""What can be read off a network: its backbone, its camps and coalitions, how sure its ties are."""

from onrecord.analysis.networks.measures.annealing import Annealed, annealed_backbone
from onrecord.analysis.networks.measures.backbone import Backbone, Loss, backbone, loss_of
from onrecord.analysis.networks.measures.barplot import Bar, bars
from onrecord.analysis.networks.measures.camps import Camps, camps
from onrecord.analysis.networks.measures.coalitions import Coalitions, coalitions
from onrecord.analysis.networks.measures.polarization import polarization
from onrecord.analysis.networks.measures.positions import positions
from onrecord.analysis.networks.measures.states import states
from onrecord.analysis.networks.measures.uncertainty import DRAWS, LEVEL, WRONG, sureness

__all__ = [
    "DRAWS",
    "LEVEL",
    "WRONG",
    "Annealed",
    "Backbone",
    "Bar",
    "Camps",
    "Coalitions",
    "Loss",
    "annealed_backbone",
    "backbone",
    "bars",
    "camps",
    "coalitions",
    "loss_of",
    "polarization",
    "positions",
    "states",
    "sureness",
]
