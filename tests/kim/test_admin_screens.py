"""What the office keeps in the Wagtail admin: opens for Gita, is closed to tenants, has no copy view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.log_actions import registry as log_registry
from wagtail.models import Site

from core.models import NetworkSettings
from kim.models import Region
from rubrics.models import ReasonCode
from users.models import User

MODELS = ("kim.region", "news.topic", "news.format", "rubrics.reasoncode")


def urls_of(label: str) -> str:
    return str(apps.get_model(label).snippet_viewset.get_url_name("list"))


@pytest.mark.parametrize("label", MODELS)
def test_listing_opens_for_the_office(gita: User, client_for: Callable[..., Client], label: str) -> None:
    response = client_for(gita).get(reverse(urls_of(label)))
    assert response.status_code == 200
    name = str(apps.get_model(label)._meta.verbose_name_plural)
    assert name.lower() in response.content.decode().lower()


@pytest.mark.parametrize("label", MODELS)
@pytest.mark.parametrize("persona", ["ani", "budi", "citra"])
def test_listing_is_closed_to_tenants(
    request: Any, client_for: Callable[..., Client], label: str, persona: str
) -> None:
    url = reverse(urls_of(label))
    response = client_for(request.getfixturevalue(persona)).get(url)
    assert (response.status_code, response.url) == (302, f"/masuk/?next={url}")


@pytest.mark.parametrize("label", MODELS)
def test_add_screen_opens_for_the_office(gita: User, client_for: Callable[..., Client], label: str) -> None:
    viewset = apps.get_model(label).snippet_viewset
    assert client_for(gita).get(reverse(viewset.get_url_name("add"))).status_code == 200


@pytest.mark.parametrize("label", MODELS)
def test_there_is_no_copy_view(label: str) -> None:
    viewset = apps.get_model(label).snippet_viewset
    assert viewset.copy_view_enabled is False
    with pytest.raises(NoReverseMatch):
        reverse(viewset.get_url_name("copy"), args=[1])


def test_region_is_changed_by_the_office(gita: User, client_for: Callable[..., Client]) -> None:
    region = Region.objects.get(code="64.09.02")
    client = client_for(gita)
    url = reverse(Region.snippet_viewset.get_url_name("edit"), args=[region.pk])
    assert client.get(url).status_code == 200
    sent = {"code": region.code, "name": "Waru Baru", "kind": "district", "parent": region.parent_id}
    assert client.post(url, sent).status_code == 302
    region.refresh_from_db()
    assert (region.name, region.code) == ("Waru Baru", "64.09.02")


def test_reason_code_keeps_its_code_for_ever(gita: User, client_for: Callable[..., Client]) -> None:
    reason = ReasonCode.objects.order_by("pk").first()
    assert reason is not None
    code = reason.code
    url = reverse(ReasonCode.snippet_viewset.get_url_name("edit"), args=[reason.pk])
    sent = {"code": "lain", "label": "Judul baru", "hint": reason.hint, "position": 3, "is_active": "on"}
    assert client_for(gita).post(url, sent).status_code == 302
    reason.refresh_from_db()
    assert (reason.code, reason.label) == (code, "Judul baru")


def settings_url() -> str:
    return f"/admin/settings/core/networksettings/{Site.objects.get().pk}/"


def test_meaning_of_kim_is_set_by_the_office(gita: User, client_for: Callable[..., Client]) -> None:
    client = client_for(gita)
    page = client.get(settings_url())
    assert (page.status_code, b"Kelompok Informasi Masyarakat" in page.content) == (200, True)
    sent = {
        "network_name": "Warta KIM",
        "region_name": "Penajam Paser Utara",
        "kim_meaning": NetworkSettings.KimMeaning.KELOMPOK,
        "tagline": "Kabar dari desa",
    }
    assert client.post(settings_url(), sent).status_code == 302
    assert NetworkSettings.objects.get().kim_meaning == "Kelompok Informasi Masyarakat"


@pytest.mark.parametrize("persona", ["ani", "budi", "citra"])
def test_meaning_of_kim_is_closed_to_tenants(
    request: Any, client_for: Callable[..., Client], persona: str
) -> None:
    response = client_for(request.getfixturevalue(persona)).get(settings_url())
    assert (response.status_code, response.url) == (302, f"/masuk/?next={settings_url()}")


def test_actions_of_kim_are_registered() -> None:
    names = {name for name, _label in log_registry.get_choices() if name.startswith("kim.")}
    assert names == {
        f"kim.{act}"
        for act in ("create", "change", "rename", "merge", "invite", "join", "leave", "login_link")
    }
