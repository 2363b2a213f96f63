"""The base of every page type: one canonical address, no password-protected branches."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from core import former_addresses
from core.cache import answer_readers
from core.cache_keys import counts_as_read_of, depends_on
from core.page_contexts import page_context
from core.page_forms import ADDRESS_OF_ANOTHER, CopyPageForm, PageForm


class BasePage(Page):
    """Abstract base. An address is always given on the deepest Site that holds the page."""

    private_page_options: list[str] = []
    show_in_menus_default = False
    base_form_class = PageForm
    copy_form_class = CopyPageForm

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self._require_own_address()

    def minimal_clean(self) -> None:
        super().minimal_clean()
        self._require_own_address()

    def _require_own_address(self) -> None:
        """An address that was another page's once is refused; a page stays where it already stands."""
        parent = self.get_parent()
        if parent is None or not former_addresses.is_taken(parent, self.slug, self):
            return
        if not Page.objects.filter(pk=self.pk, url_path=f"{parent.url_path}{self.slug}/").exists():
            raise ValidationError({"slug": ADDRESS_OF_ANOTHER})

    def _get_relevant_site_root_paths(self, cache_object: Any = None) -> list[Any]:
        paths = super()._get_relevant_site_root_paths(cache_object)
        # The deepest Site alone: a story then has exactly one canonical address.
        return sorted(paths, key=lambda root: len(root.root_path), reverse=True)[:1]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(page_context(self, request))
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        def render() -> Any:
            depends_on(f"page-{self.pk}")
            counts_as_read_of(self.pk)
            return super(BasePage, self).serve(request, *args, **kwargs)

        return answer_readers(request, render)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions on this page or one above it, by the paths alone: one query instead of Wagtail's two.

        None at all when the page came through core.page_routes, which asked together with the page.
        """
        if getattr(self, "is_restricted", None) is False:
            return PageViewRestriction.objects.none()
        if self.alias_of_id:
            restrictions: QuerySet[PageViewRestriction] = super().get_view_restrictions()
            return restrictions
        steps = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=steps)

    def get_canonical_url(self, request: HttpRequest | None = None) -> str:
        """Absolute address of this page on its deepest Site."""
        return str(self.get_full_url(request) or "")
