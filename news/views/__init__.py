"""Screens of news: the writer room, the desk, and what readers open."""
