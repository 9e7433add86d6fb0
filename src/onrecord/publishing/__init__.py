"""One file a format: rows and results in, text out; nothing here opens a file or a ledger."""
