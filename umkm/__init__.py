"""Enterprises, products, permits and the catalogue; its models come with their own issue."""
