"""One self-contained HTML page: who decided what when."""

from onrecord.publishing.logbook.page import Entry, render

__all__ = ["Entry", "render"]
