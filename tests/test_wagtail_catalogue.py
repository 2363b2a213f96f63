"""What Wagtail's own Indonesian lacks stands in site/locale/wagtail: complete, placeholders kept, compiled, served."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.test import RequestFactory
from django.utils import translation

from tests.source_tree import ROOT

MESSAGES = ROOT / "site" / "locale" / "wagtail" / "id" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
# gettext finds id_ID for the language id; Wagtail names its folder so.
OWN_FOLDERS = ["id_ID", "id"]
PLACE = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")

Key = tuple[str | None, str]


def key(entry: polib.POEntry) -> Key:
    return (entry.msgctxt, entry.msgid)


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def installed_folders() -> list[Path]:
    """The locale folders of the installed apps of Wagtail and of taggit, whose strings the admin shows."""
    folders = [
        Path(config.path) / "locale"
        for config in apps.get_app_configs()
        if config.name.split(".")[0] in {"wagtail", "taggit"}
    ]
    return [folder for folder in folders if folder.is_dir()]


def catalogues(language: str, domain: str) -> list[polib.POFile]:
    paths = [folder / language / "LC_MESSAGES" / f"{domain}.po" for folder in installed_folders()]
    return [polib.pofile(str(path)) for path in paths if path.exists()]


def wanted(domain: str) -> set[Key]:
    return {key(entry) for file in catalogues("en", domain) for entry in file if not entry.obsolete}


def translated_by_wagtail(domain: str) -> set[Key]:
    return {
        key(entry)
        for language in OWN_FOLDERS
        for file in catalogues(language, domain)
        for entry in file.translated_entries()
        if all(texts(entry))
    }


@pytest.fixture(params=DOMAINS)
def domain(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ours(domain: str) -> polib.POFile:
    return polib.pofile(str(MESSAGES / f"{domain}.po"))


def test_every_message_of_wagtail_has_indonesian(domain: str, ours: polib.POFile):
    own = {key(entry) for entry in ours.translated_entries() if all(texts(entry))}
    assert sorted(msgid for _, msgid in wanted(domain) - own - translated_by_wagtail(domain)) == []


def test_catalogue_has_no_empty_or_fuzzy_message(ours: polib.POFile):
    assert [e.msgid for e in ours if e.obsolete or e.fuzzy or not all(texts(e))] == []


def test_translations_keep_places_and_tags(ours: polib.POFile):
    """Indonesian has one plural form, so it carries what the singular and the plural of English carry together."""

    def parts(*of: str) -> set[str]:
        return {part for text in of for pattern in (PLACE, TAG) for part in pattern.findall(text)}

    changed = [e.msgid for e in ours for text in texts(e) if parts(text) != parts(e.msgid, e.msgid_plural)]
    assert changed == []


def test_translations_keep_blanks_at_the_ends(ours: polib.POFile):
    """“Status: ” stands before a value: the blank belongs to the message."""

    def ends(text: str) -> tuple[bool, bool]:
        return (text[:1].isspace(), text[-1:].isspace())

    assert [e.msgid for e in ours for text in texts(e) if ends(text) != ends(e.msgid)] == []


def test_messages_are_sorted_and_unique(ours: polib.POFile):
    keys = [(entry.msgid, entry.msgctxt or "") for entry in ours]
    assert keys == sorted(set(keys))


def test_compiled_catalogue_is_up_to_date(domain: str, ours: polib.POFile):
    compiled = {key(entry): texts(entry) for entry in polib.mofile(str(MESSAGES / f"{domain}.mo"))}
    assert compiled == {key(entry): texts(entry) for entry in ours}


def test_django_reads_our_indonesian_for_wagtail():
    with translation.override("id"):
        assert translation.gettext("Page type") == "Jenis halaman"
        assert translation.ngettext("1 page", "%(counter)s pages", 1) == "%(counter)s halaman"


def test_admin_scripts_get_our_indonesian():
    from wagtail.admin.views.i18n import js_catalog

    with translation.override("id"):
        script = js_catalog(RequestFactory().get("/admin/jsi18n/")).content.decode()
    found = re.search(r"const newcatalog = (\{.*?\});", script, re.DOTALL)
    served = json.loads(found[1]) if found else {}
    expected = {
        entry.msgid: texts(entry) if entry.msgid_plural else entry.msgstr
        for entry in polib.pofile(str(MESSAGES / "djangojs.po"))
    }
    assert {msgid: served.get(msgid) for msgid in expected} == expected
