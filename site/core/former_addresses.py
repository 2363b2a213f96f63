"""The book of former addresses: what was public once keeps leading to what took its place."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Page, Site

from core.models.addresses import FormerAddress
from core.rules.former_addresses import free_word, joined, prefixes

# Addresses that are the same on every Site of the network.
EVERY_SITE = 0


class Address(NamedTuple):
    """A path below the root page (by number) of a Site."""

    root: int
    path: str


def address_of(url_path: str) -> Address | None:
    """The address of a place in the tree on its deepest Site; None where no Site shows it."""
    found = None
    for site in Site.objects.select_related("root_page"):
        top = site.root_page.url_path
        if url_path.startswith(top) and (found is None or len(top) > found[1]):
            found = (site.root_page_id, len(top))
    return Address(found[0], f"/{url_path[found[1] :]}") if found else None


def ever_public(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of these pages that readers could open at some time."""
    return pages.filter(Q(live=True) | Q(first_published_at__isnull=False))


def page_moved(page: Page, before: str) -> None:
    """The page, with everything below it, left the place `before` (url_path) for its present one. One row at most."""
    old, new = address_of(before), address_of(page.url_path)
    if old == new:
        return
    if new is not None:
        FormerAddress.objects.filter(root=new.root, path=new.path, target_page=page).delete()
    if old is None or old.path == "/" or _is_anothers(old, page):
        return
    if new is not None:
        _take_along(old, new)
        if _leads(old) == new:
            return
    below = Page.objects.filter(path__startswith=page.path)
    if ever_public(below).exists():
        _write(old, target_page_id=page.pk)


def page_deleted(page: Page) -> None:
    """A page that was public is about to go for good."""
    old = address_of(page.url_path)
    if old is None or old.path == "/":
        return
    above = FormerAddress.objects.filter(root=old.root, path__in=prefixes(old.path))
    # Where a whole branch goes, its top speaks for all below; what leads elsewhere already goes on doing so.
    if any(row.is_gone or row.path == old.path for row in above):
        return
    _write(old)


def send_on(page: Page, to: Page) -> None:
    """From now on the address of `page`, and all below it, leads to `to` while nothing answers there."""
    old = address_of(page.url_path)
    if old is not None:
        _write(old, target_page_id=to.pk)


def path_moved(old: str, new: str) -> None:
    """A list of the network (topic, person) left the address `old` for `new`, its feed with it."""
    FormerAddress.objects.filter(root=EVERY_SITE, path=new).delete()
    FormerAddress.objects.filter(root=EVERY_SITE, target_path=old).update(target_path=new)
    _write(Address(EVERY_SITE, old), target_path=new)


def path_gone(path: str) -> None:
    """Nothing answers any more at this address of the network; where it leads on already, it goes on doing so."""
    FormerAddress.objects.get_or_create(root=EVERY_SITE, path=path)


def path_back(path: str) -> None:
    """Something answers again at this address of the network."""
    FormerAddress.objects.filter(root=EVERY_SITE, path=path).delete()


def is_taken(parent: Page, slug: str, page: Page | None = None) -> bool:
    """Whether this address below `parent` once was another page's. `page` may return to its own."""
    wanted = address_of(f"{parent.url_path}{slug}/")
    return wanted is not None and _is_anothers(wanted, page)


def free_slug(parent: Page, page: Page) -> str:
    """The address word of `page`, with a number behind it where another page below `parent` has or had it."""
    others = parent.get_children().exclude(pk=page.pk)
    return free_word(
        page.slug, lambda slug: others.filter(slug=slug).exists() or is_taken(parent, slug, page)
    )


def leave_taken_place(page: Page) -> None:
    """A page that was moved to where another one stood once steps aside: "panen" becomes "panen-2"."""
    parent = page.get_parent()
    if parent is None or not is_taken(parent, page.slug, page):
        return
    # Only the row of the tree: the address of a published story is frozen for everybody else.
    row = Page.objects.get(pk=page.pk)
    row.slug = free_slug(parent, row)
    row.save(clean=False)


def path_is_taken(path: str, own: str = "") -> bool:
    """Whether this address of the network once was something else's; `own` is the present one of who asks."""
    rows = FormerAddress.objects.filter(root=EVERY_SITE, path=path)
    return any(not own or row.target_path != own for row in rows)


def former_paths_of(page: Page) -> list[str]:
    """Old addresses that lead to this page, newest first."""
    rows = FormerAddress.objects.filter(target_page=page.pk).order_by("-since", "-pk")
    return list(rows.values_list("path", flat=True))


def _is_anothers(address: Address, page: Page | None) -> bool:
    """Whether the book gives this very address to another page than `page`, or says that another one went from it."""
    rows = FormerAddress.objects.filter(root=address.root, path=address.path)
    return (rows.exclude(target_page=page.pk) if page is not None and page.pk else rows).exists()


def _take_along(old: Address, new: Address) -> None:
    """What is written about places below the old address is true of the same places below the new one."""
    below = FormerAddress.objects.filter(root=old.root, path__startswith=old.path).exclude(path=old.path)
    taken = FormerAddress.objects.filter(root=new.root, path__startswith=new.path)
    known = set(taken.values_list("path", flat=True))
    if known:
        rows = below.values_list("path", flat=True)
        below = below.exclude(path__in=[path for path in rows if joined(path, old.path, new.path) in known])
    below.update(root=new.root, path=Concat(Value(new.path), Substr("path", len(old.path) + 1)))


def _leads(old: Address) -> Address | None:
    """Where the book takes this address already, by itself or by one above it; None when it does not."""
    rows = FormerAddress.objects.filter(root=old.root, path__in=prefixes(old.path)).select_related(
        "target_page"
    )
    row = max(rows, key=lambda found: len(found.path), default=None)
    if row is None or row.target_page is None:
        return None
    target = address_of(row.target_page.url_path)
    return Address(target.root, joined(old.path, row.path, target.path)) if target else None


def _write(address: Address, *, target_page_id: int | None = None, target_path: str = "") -> None:
    FormerAddress.objects.update_or_create(
        root=address.root,
        path=address.path,
        defaults={"target_page_id": target_page_id, "target_path": target_path},
    )
