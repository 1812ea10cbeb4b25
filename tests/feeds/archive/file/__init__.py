"""Tests of opening and checking the archive's file."""
