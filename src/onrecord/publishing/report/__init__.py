"""One self-contained HTML page: articles with their statements in context, an index by source, a timeline."""

from onrecord.publishing.report.page import is_report, render
from onrecord.publishing.report.quality import quality_view

__all__ = ["is_report", "quality_view", "render"]
