"""Questions to kim, one noun a file."""
