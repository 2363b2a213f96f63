"""Pure rules of what every page shares."""
