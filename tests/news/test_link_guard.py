"""Typed links reach only what readers may open; everything typed stays."""

from kim.models import KimGroup
from news.rules import plain_text
from news.services.link_guard import without_foreign_links
from tests import builders
from users.models import User


def test_link_to_a_foreign_draft_becomes_plain_words(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, citra: User
) -> None:
    secret = builders.make_draft(kim_b, citra, headline="Rahasia Sumber Sari")
    public = builders.make_article(kim_b, citra, headline="Kabar Sumber Sari")
    text = f"Baca [ini](halaman:{secret.pk}) dan [itu](halaman:{public.pk}) atau [entah](halaman:999999)."
    draft = builders.make_draft(kim_a, ani, text=text)
    html = draft.get_latest_revision_as_object().body.raw_data[0]["value"]
    assert html.count("<a ") == 1
    assert html.count(f'id="{public.pk}"') == 1
    # What was refused is still there to read, letter by letter.
    assert html.count(f"[ini](halaman:{secret.pk})") == 1
    assert html.count("[entah](halaman:999999)") == 1


def test_link_that_stands_in_the_story_already_is_kept(kim_a: KimGroup, kim_b: KimGroup, citra: User) -> None:
    secret = builders.make_draft(kim_b, citra)
    base = [{"type": "paragraph", "id": "a", "value": f'<p><a linktype="page" id="{secret.pk}">ini</a></p>'}]
    text = plain_text.to_text(base)
    assert without_foreign_links(text, base=base, kim=kim_a) == text


def test_text_without_links_asks_nothing(kim_a: KimGroup, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert without_foreign_links("Panen (raya) [besok]", base=[], kim=kim_a) == "Panen (raya) [besok]"
