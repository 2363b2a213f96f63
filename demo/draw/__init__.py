"""The project's own illustrations: SVG composed in Python, one deterministic picture per demo scene."""
