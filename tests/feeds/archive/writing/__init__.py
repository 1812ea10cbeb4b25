"""Tests of what is written into the archive."""
