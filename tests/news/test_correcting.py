"""Notes for readers: alone, with a text, with a reply; a public story never changes quietly."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.models import Notice
from kim.models import KimGroup
from news import services
from news.models import ArticlePage, Correction
from tests import builders
from tests.news.public_pages import json_ld
from tests.news.test_services import Commit, actions_of, again
from users.models import User

OTHER_LEAD = "Tiga puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi."


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def changed(article: ArticlePage, user: User, **fields: object) -> ArticlePage:
    """The public story with a newer draft behind it."""
    services.save_draft(
        article=article,
        user=user,
        data=builders.draft_input(**fields),  # type: ignore[arg-type]
        base_revision_id=article.latest_revision_id,
    )
    return again(article)


@pytest.mark.parametrize("kind", ["ralat", "koreksi", "hak_jawab"])
def test_note_alone_leaves_the_text(article: ArticlePage, budi: User, kind: str) -> None:
    revision = article.live_revision_id
    note = services.correct(
        article=article,
        user=budi,
        data=None,
        note="Nama ketua: Sukirman.",
        kind=kind,
        requested_by="Ketua RT 05",
    )
    article = again(article)
    assert (note.kind, note.requested_by, note.revision_id) == (kind, "Ketua RT 05", revision)
    assert (article.state, article.live_revision_id, article.live) == ("corrected", revision, True)


def test_right_of_reply_links_both_ways_and_stands_in_json_ld(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User
) -> None:
    reply = builders.make_article(kim_a, ani, headline="Kelompok tani menjawab kabar panen")
    services.correct(
        article=article,
        user=budi,
        data=None,
        note="Kelompok tani memberi penjelasan.",
        kind="hak_jawab",
        reply=reply,
    )
    story, answer = Client().get(article.url).content.decode(), Client().get(reply.url).content.decode()
    assert story.count(f'<a href="{reply.url}">Kelompok tani menjawab kabar panen</a>.') == 1
    assert (
        answer.count(f'Tulisan ini adalah hak jawab atas <a href="{article.url}">{article.title}</a>.') == 1
    )
    comment = next(part for part in json_ld(story) if part["@type"] == "NewsArticle")["correction"][0]
    assert (comment["@type"], comment["text"], comment["url"]) == (
        "CorrectionComment",
        "Kelompok tani memberi penjelasan.",
        f"http://testserver{reply.url}",
    )


def test_reply_to_itself_or_of_a_draft_is_refused(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User
) -> None:
    for reply in (article, builders.make_draft(kim_a, ani)):
        with pytest.raises(ValueError, match="reply"):
            services.correct(
                article=article, user=budi, data=None, note="Catatan.", kind="hak_jawab", reply=reply
            )
    assert Correction.objects.count() == 0


def test_withdrawn_reply_is_named_no_more(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User
) -> None:
    reply = builders.make_article(kim_a, ani, headline="Kelompok tani menjawab kabar panen")
    services.correct(article=article, user=budi, data=None, note="Penjelasan.", kind="hak_jawab", reply=reply)
    services.withdraw(article=reply, user=budi, reason="Diganti.")
    assert reply.url not in Client().get(article.url).content.decode()


# --- nothing changes quietly -------------------------------------------------


def test_publish_of_another_text_without_note_is_refused(article: ArticlePage, ani: User, budi: User) -> None:
    draft = changed(article, ani, lead=OTHER_LEAD)
    with pytest.raises(services.SilentChange) as refused:
        services.publish(article=draft, user=budi)
    assert refused.value.verdict.parts == ("lead",)
    with pytest.raises(services.SilentChange):
        services.schedule(article=again(draft), user=budi, at=timezone.now() + datetime.timedelta(hours=1))
    assert (again(article).lead, actions_of(article)[-1]) == (article.lead, "news.publish")


def test_publish_of_a_repaired_spelling_needs_no_note(article: ArticlePage, ani: User, budi: User) -> None:
    draft = changed(article, ani, lead="Dua puluh petani Bangun Mulya memanen padi di Blok C, sabtu pagi.")
    services.publish(article=draft, user=budi)
    assert (again(article).lead[-11:], Correction.objects.count()) == ("sabtu pagi.", 0)


def test_self_publishing_writer_has_the_same_way_out(kim_a: KimGroup, ani: User) -> None:
    KimGroup.objects.filter(pk=kim_a.pk).update(review_policy="self_publish")
    kim_a.refresh_from_db()
    article = builders.make_article(kim_a, ani)
    draft = changed(article, ani, lead=OTHER_LEAD)
    with pytest.raises(services.SilentChange):
        services.publish(article=draft, user=ani)
    services.correct(
        article=again(draft),
        user=ani,
        data=builders.draft_input(lead=OTHER_LEAD),
        note="Tiga puluh petani.",
        base_revision_id=draft.latest_revision_id,
    )
    assert again(article).lead == OTHER_LEAD


def test_scheduled_change_that_would_be_silent_leaves_the_schedule_and_tells(
    article: ArticlePage, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    """A harmless change was scheduled; meanwhile a correction made the public text another one."""
    draft = changed(article, ani, lead="Dua puluh petani Bangun Mulya memanen padi di Blok C, sabtu pagi.")
    services.schedule(article=draft, user=budi, at=timezone.now() + datetime.timedelta(hours=1))
    ArticlePage.objects.filter(pk=article.pk).update(lead=OTHER_LEAD)
    with (
        time_machine.travel(timezone.now() + datetime.timedelta(hours=2)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert services.publish_due() == ([], [article.pk])
    assert (again(article).lead, again(article).go_live_at) == (OTHER_LEAD, None)
    assert Notice.objects.filter(recipient=budi, text__contains="tidak dapat terbit").count() == 1


def test_withdrawn_story_comes_back_with_its_text_and_both_notes(article: ArticlePage, budi: User) -> None:
    services.withdraw(article=article, user=budi, reason="Angkanya belum pasti.")
    with pytest.raises(ValueError, match="comes back with its text"):
        services.correct(article=again(article), user=budi, data=None, note="Sudah pasti.")
    services.correct(
        article=again(article),
        user=budi,
        data=builders.draft_input(lead=OTHER_LEAD),
        note="Angkanya sudah pasti: tiga puluh.",
        base_revision_id=again(article).latest_revision_id,
    )
    article = again(article)
    html = Client().get(article.url).content.decode()
    assert (article.live, article.state) == (True, "corrected")
    texts = ("Angkanya belum pasti.", "Angkanya sudah pasti: tiga puluh.")
    # Each once above the story and once in the JSON-LD.
    assert [html.count(text) for text in texts] == [2, 2]


def test_withdrawn_story_is_not_published_quietly(article: ArticlePage, budi: User) -> None:
    services.withdraw(article=article, user=budi, reason="Angkanya belum pasti.")
    with pytest.raises(services.NotAllowed):
        services.publish(article=again(article), user=budi)
