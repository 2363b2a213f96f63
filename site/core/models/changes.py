"""The log of raised keys: written with each change of what readers see, in the same transaction."""

from django.db import models


class KeyRaise(models.Model):
    """These surrogate keys (core.cache_keys, separated by spaces) became stale. Rows are added, swept, never changed.

    `transaction` is PostgreSQL's number of the writing transaction, by which a reader misses none that ends late
    (core.generations); SQLite writes one transaction at a time and leaves it empty.
    """

    keys = models.TextField()
    transaction = models.BigIntegerField(null=True, db_index=True)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.keys[:80]
