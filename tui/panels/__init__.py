"""The panels of the board: each owns its rows, keys, help and messages."""
