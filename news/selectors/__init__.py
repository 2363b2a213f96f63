"""Questions about stories: for the rooms and for readers."""
