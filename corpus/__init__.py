"""OnRecord's own annotated reports, and what reads, checks and converts them; GUIDE.md says how they are marked."""
