"""One self-contained HTML page: articles with their statements in context, an index by source, a timeline."""

from onrecord.publishing.report.page import is_report, render

__all__ = ["is_report", "render"]
