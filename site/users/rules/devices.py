"""Which device a session runs on, in a word people know."""

# First match wins: Android browsers name Linux too, iPads name Macintosh.
_KINDS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


def device_name(user_agent: str) -> str:
    """ "Chrome, Android" from a browser's own long description; "" when neither part is known."""
    found = (next((name for mark, name in table if mark in user_agent), "") for table in (_BROWSERS, _KINDS))
    return ", ".join(name for name in found if name)
