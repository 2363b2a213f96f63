"""Editorial scores, instruments and periods; its models come with their own issue."""
