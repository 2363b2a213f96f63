"""Screens of kim, one noun a file."""
