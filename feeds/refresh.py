"""One run: sources -> intake -> reading -> archive -> Run."""
