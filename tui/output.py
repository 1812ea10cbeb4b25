"""stdout: text, JSONL, CSV, Markdown."""
