"""Registration of rubrics in Wagtail."""

from wagtail.snippets.models import register_snippet

from rubrics.viewsets import ReasonCodeViewSet

register_snippet(ReasonCodeViewSet)
