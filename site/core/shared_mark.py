"""Eight bytes that all processes of one host see: they change after each commit that raised a key.

A random value and no counter: two processes that write at the same moment cannot cancel each other out.
"""

from __future__ import annotations

import functools
import logging
import mmap
import os
from pathlib import Path

from django.conf import settings

logger = logging.getLogger("core.cache")
NAME = "page-cache.mark"
SIZE = 8


class SharedMark:
    """The mark in this file; a file that cannot be written gives a mark that never changes (the poll is the net)."""

    def __init__(self, path: Path) -> None:
        self._map: mmap.mmap | bytearray = bytearray(SIZE)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if os.fstat(descriptor).st_size < SIZE:
                    os.ftruncate(descriptor, SIZE)
                self._map = mmap.mmap(descriptor, SIZE)
            finally:
                os.close(descriptor)
        except OSError:
            logger.warning("%s cannot be shared; changes of other processes are seen by the poll alone", path)

    def value(self) -> bytes:
        return bytes(self._map[:SIZE])

    def touch(self) -> None:
        """Tells every process of this host that there is something new to read."""
        self._map[:SIZE] = os.urandom(SIZE)


@functools.cache
def _mark_in(folder: str) -> SharedMark:
    return SharedMark(Path(folder) / NAME)


def shared_mark() -> SharedMark:
    """The mark of this installation (folder KIM_VAR)."""
    return _mark_in(str(settings.VAR))
