"""Events of kim that apps above listen to."""

from django.dispatch import Signal

# kwargs: kim (KimGroup), page (KimPage). Sent inside the creating transaction, so a failing receiver undoes all.
kim_created = Signal()

# kwargs: pages (list of page ids), kims (set of KimGroup ids: those they came from and the one they are in now).
# Sent inside the transaction that moved them, once their keys are right.
pages_changed_kim = Signal()
