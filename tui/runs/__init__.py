"""Runs without a board: their loop, and what they say in lines, logs and alerts."""
