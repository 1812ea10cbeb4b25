"""The terminal: the command `copydesk` and the board."""
