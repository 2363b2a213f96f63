"""Acts of kim, one noun a file."""
