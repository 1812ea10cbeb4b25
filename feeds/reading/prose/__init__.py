"""A page laid out for attribution: narrative and marked stretches, and the phrases of a sentence without a parser."""
