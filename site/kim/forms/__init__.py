"""Forms of kim, one noun a file."""
