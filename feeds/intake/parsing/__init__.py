"""From the bytes of a feed to its articles, and of a list of feeds to its sources."""
