"""Polarization in time as the report draws it: the picture of `onrecord network`, in the colours of the page."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model.polarization import Polarization
from onrecord.publishing.pictures import polarized
from onrecord.publishing.pictures.frame import not_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign of the drawing, and what it means."""

    sign: Markup
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarizationView:
    """The drawing in pixels, what its signs mean, what it shows in words, and its windows a line each."""

    width: float
    height: float
    drawing: Markup
    summary: str
    explained: str
    keys: tuple[Sign, ...]
    points: tuple[str, ...]


def polarization_view(of: Polarization | None) -> PolarizationView | None:
    """The drawing, or None where no window has an interval: of a few articles nothing can be said."""
    if of is None or all(point.low is None for point in of.points):
        return None
    drawing = polarized.drawing(of)
    return PolarizationView(
        width=drawing.width,
        height=drawing.height,
        # Made of numbers and days alone, and escaped where it is made.
        drawing=Markup("\n".join(drawing.parts)),  # noqa: S704 - as said
        summary=polarized.summary(of),
        explained=" ".join([polarized.explained(of), *not_in(of.settings)]),
        keys=tuple(
            Sign(sign=Markup(each.sign), says=each.says)  # noqa: S704 - a sign of our own
            for each in polarized.legend(of)
        ),
        points=tuple(polarized.says(point) for point in of.points),
    )
