"""The one query language of the board, the command line and the watch rules."""
