"""News of the KIM: articles, the writer room, the review desk and feeds."""
