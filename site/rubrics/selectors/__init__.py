"""Questions about rubrics, sheets and scores."""
