"""Who may do what with a story, as sentences. Rights come from the memberships of the user."""

from typing import Any

from kim.permissions import may
from users.roles import Act


def can_write_for(user: Any, kim: Any) -> bool:
    """May start a story of this KIM."""
    return may(user, Act.WRITE, kim)


def can_edit_draft(user: Any, article: Any) -> bool:
    """A writer keeps the own story; a reviewer of the KIM may mend any."""
    return (may(user, Act.WRITE, article.kim) and article.owner_id == user.pk) or can_review(user, article)


def can_review(user: Any, article: Any) -> bool:
    """May read what waits and send it back: the editors of the KIM, its coach and the office."""
    return may(user, Act.REVIEW, article.kim)


def can_publish(user: Any, article: Any) -> bool:
    """Follows the policy of the KIM: the writer alone, an editor of the KIM, or the office."""
    kim = article.kim
    if kim.review_policy == kim.ReviewPolicy.OFFICE:
        return may(user, Act.COACH, kim)
    if may(user, Act.PUBLISH, kim):
        return True
    return (
        kim.review_policy == kim.ReviewPolicy.SELF_PUBLISH
        and may(user, Act.WRITE, kim)
        and article.owner_id == user.pk
    )


def can_withdraw(user: Any, article: Any) -> bool:
    """Taking a public story down is never the writer's act alone."""
    return may(user, Act.PUBLISH, article.kim) or may(user, Act.COACH, article.kim)


def can_answer_report(user: Any, report: Any) -> bool:
    """Who may publish or coach for the KIM answers its readers; writers do not see who reported."""
    return may(user, Act.PUBLISH, report.kim) or may(user, Act.COACH, report.kim)
