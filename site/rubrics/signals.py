"""Events of marks, sent after the transaction has ended. kwargs: sheet_id, or what is named here."""

from django.dispatch import Signal

# A marker is done, but a coach releases.
sheet_submitted = Signal()
sheet_released = Signal()
# A released sheet was changed, with a reason. kwargs: sheet_id, change_id
sheet_changed = Signal()
# Two markers are far apart. kwargs: score_id
work_to_reconcile = Signal()
# Both settled. kwargs: decision_id
work_decided = Signal()
