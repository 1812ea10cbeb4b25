"""What readers ask: lists, searches, one article, what changed, a glance."""
