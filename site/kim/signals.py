"""Events of kim that apps above listen to."""

from django.dispatch import Signal

# kwargs: kim (KimGroup), page (KimPage). Sent inside the creating transaction, so a failing receiver undoes all.
kim_created = Signal()
