"""Publication activity, editorial scores, instruments and periods."""
