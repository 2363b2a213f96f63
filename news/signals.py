"""Events of a story, sent after the transaction has ended. kwargs: article_id, by_id, and what is named here."""

from typing import Any

from django.dispatch import Signal

story_submitted = Signal()
# + return_id
story_returned = Signal()
story_published = Signal()
# + at (ISO text)
story_scheduled = Signal()
# + correction_id
story_corrected = Signal()
story_withdrawn = Signal()
# + reason (text): the hour came but the story may not be published
story_schedule_failed = Signal()

# A reader reported something. kwargs: report_id alone.
report_received = Signal()

# The review ended with a yes, by the review desk or by Wagtail's own button. kwargs: article_id, user.
review_finished = Signal()


def publish_reviewed(workflow_state: Any, user: Any = None) -> None:
    """What Wagtail calls when a workflow ends (WAGTAIL_FINISH_WORKFLOW_ACTION); a receiver publishes."""
    review_finished.send(sender=None, article_id=int(workflow_state.object_id), user=user)
