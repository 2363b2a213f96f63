"""Pure rules of users."""
