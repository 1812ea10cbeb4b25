"""Tests of the news half."""
