"""Suggests on which concepts a statement bears and on which side its speaker stands, and learns from what is reviewed.

    units       statements as this package takes them
    evidence    what the network says of every statement and concept, once
    groups      statements that share an article or a speaker
    lines       what likeness to reviewed statements says, without comparing one by one
    reviewed    what the reviewed statements add
    features    that, and what the reviewed statements add, as numbers a light model weighs
    learner     the light model: fitted in seconds, the same for the same input, with a version
    fitting     how its weights are found
    asking      which statements to review next
    curve       how good the suggestions are by now, and whether that is enough
    study       all of these together: where to begin
    drafting    a first codebook from the statements themselves

Pure: values in, values out.  Nothing is imported here, so that `onrecord --help` stays quick.
"""
