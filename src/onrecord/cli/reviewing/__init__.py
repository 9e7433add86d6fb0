"""Review in the terminal: keys in, pages out, decisions into the ledger."""
