"""Questions about published work and its marks."""
