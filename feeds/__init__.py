"""All that knows news, and nothing that knows a screen."""

__version__ = "0.1.0"
