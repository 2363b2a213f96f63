"""Mark messages for the translation catalogue without importing Django."""

from __future__ import annotations


def gettext_noop(msgid: str) -> str:
    """Return `msgid` unchanged.

    `makemessages` looks for this name, not for where it comes from, so the rules keep their English message
    ids beside the rule and the caller translates them with `gettext(msgid) % details`.
    """
    return msgid
