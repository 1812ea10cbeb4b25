"""Tests of how rows lie in the tables."""
