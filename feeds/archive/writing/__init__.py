"""What a run, a reading and the user leave behind, each in one transaction."""
