"""Pictures of networks as SVG: drawn the same by seed, readable without colour, every name escaped."""
