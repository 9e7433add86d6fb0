"""Files of the Discourse Network Analyzer (Leifeld): a ledger as a study that DNA 3.0 and 3.1 open."""
