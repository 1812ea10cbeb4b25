"""Widgets that would serve any program: they hold no word of news."""
