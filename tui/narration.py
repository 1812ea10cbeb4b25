"""stderr: logs, progress, and the one table of exit codes."""
