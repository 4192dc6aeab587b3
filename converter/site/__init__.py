"""What the hooks publish beside the reports' pages, made from corpus.json alone."""
