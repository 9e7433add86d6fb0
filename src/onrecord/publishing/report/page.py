"""The page itself: views and template in, one HTML text out, with a policy that lets nothing else in."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from onrecord.model import Reading, Skipped
from onrecord.model.comparison import Comparison
from onrecord.model.debate import Debate
from onrecord.publishing.days import day, written
from onrecord.publishing.harmless import label
from onrecord.publishing.report.articles import view
from onrecord.publishing.report.entries import arrange
from onrecord.publishing.report.headline import headline
from onrecord.publishing.report.network import network_view
from onrecord.publishing.report.outlets import outlets_view
from onrecord.publishing.report.polarization import polarization_view
from onrecord.publishing.report.quality import QualityView
from onrecord.publishing.report.sources import index
from onrecord.publishing.report.timeline import timeline
from onrecord.publishing.whole_page import digest, environment, joined

MANY = 60
"""Articles above which the browser lays out only those in view: see `.many` in layout.css."""
FIRST_SOURCES = 12

_STYLES = ("colours", "layout", "overview", "network", "quality", "outlets", "article", "controls", "print")
_EARLY = ("theme",)
_SCRIPTS = ("page", "trace", "card", "filter", "network")
_OURS = re.compile(
    r"\ufeff?<!doctype html>\s+<html [^>]*>\s+<head>\s+<meta charset=\"utf-8\">\s+"
    r'<meta name="generator" content="OnRecord ',
    re.IGNORECASE,
)


def render(
    readings: Iterable[Reading],
    *,
    title: str | None = None,
    made: str,
    version: str,
    skipped: Sequence[Skipped] = (),
    debate: Debate | None = None,
    quality: QualityView | None = None,
    outlets: Comparison | None = None,
) -> str:
    """One HTML page, all in one text, of the articles, their statements in context, and who made them.

    `made` is the date to show (an ISO 8601 day is written out), `version` OnRecord's, `skipped` what could not be
    read, `debate` who stands with whom, where statements are coded, `quality` how good the codes are, `outlets` what
    several outlets carry.  The same arguments give the same text.  It holds no lone surrogate, so that it can be
    written as UTF-8.
    """
    items = arrange(readings)
    made_on = day(made)
    in_time = debate.polarization if debate is not None else None
    page = _environment().get_template("page.html.j2")
    html = page.render(
        title=label(title or ""),
        made=written(made_on) if made_on else label(made),
        version=label(version),
        skipped=skipped,
        figures=headline(items),
        timeline=timeline(items),
        network=network_view(debate) if debate is not None else None,
        polarization=polarization_view(in_time),
        window=in_time.settings["size"] if in_time is not None else None,
        outlets=outlets_view(outlets, items) if outlets is not None else None,
        sources=index(items),
        first_sources=FIRST_SOURCES,
        articles=(view(item) for item in items),
        quality=quality,
        many=len(items) > MANY,
        **_assets(),
    )
    # HTML would take a bare carriage return for a line feed, and the words would not be the article's any more.
    return html.replace("\r", "&#13;")


def is_report(head: str) -> bool:
    """Whether a text that begins with `head` (300 characters are enough) is a page that `render` made."""
    return _OURS.match(head) is not None


@cache
def _environment() -> Environment:
    made = environment("onrecord.publishing.report")
    made.filters["label"] = label
    return made


@cache
def _assets() -> dict[str, Markup]:
    """Style and scripts, and the policy that allows these and nothing else.

    Both are files of this package, so they are set into the page as they are; nothing of an article is in them.
    """
    style = joined(f"report/assets/{name}.css" for name in _STYLES)
    early, script = (joined(f"report/assets/{name}.js" for name in names) for names in (_EARLY, _SCRIPTS))
    policy = (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(early)} {digest(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    texts = {"style": style, "early": early, "script": script, "policy": policy}
    return {name: Markup(text) for name, text in texts.items()}  # noqa: S704 - our own files and digests
