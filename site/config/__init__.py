"""Wiring only: settings, addresses, WSGI and ASGI entry points."""
