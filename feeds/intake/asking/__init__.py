"""From an address that is due to its Answer: feeds, the pages of their articles, and the feeds of a page."""
