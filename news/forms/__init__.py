"""Forms of the work rooms of news, one screen a file."""
