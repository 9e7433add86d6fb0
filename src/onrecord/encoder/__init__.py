"""The shipped network: a text goes through it once, and comes back as scores and vectors.

Nothing is imported here, so that looking at a model's folder does not load a runtime: see `encoder.reader.Encoder`.
"""
