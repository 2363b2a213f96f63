"""Views of rubrics."""
