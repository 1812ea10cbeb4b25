"""The file itself: made, opened, checked, locked and brought to the newest schema."""
