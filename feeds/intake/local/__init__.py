"""Sources on this machine: folders and files of articles, and feed files."""
