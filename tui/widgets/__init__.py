"""Widgets that hold no word of news."""
