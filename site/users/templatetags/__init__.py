"""Template tags of users."""
