"""The Indonesian catalogue is complete, not fuzzy, compiled, and holds every message of our sources."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from tests.source_tree import APPS, ROOT

MESSAGES = ROOT / "site" / "locale" / "id" / "LC_MESSAGES"
PO = MESSAGES / "django.po"
MO = MESSAGES / "django.mo"
KEYWORDS = [
    "gettext", "gettext_lazy", "gettext_noop", "_", "ngettext:1,2", "ngettext_lazy:1,2",
    "pgettext:1c,2", "pgettext_lazy:1c,2", "npgettext:1c,2,3", "npgettext_lazy:1c,2,3",
]  # fmt: skip

Key = tuple[str | None, str]


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(PO))


def key(entry: polib.POEntry) -> Key:
    return (entry.msgctxt, entry.msgid)


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_catalogue_has_no_untranslated_message(catalogue: polib.POFile):
    empty = [entry.msgid for entry in catalogue if not entry.obsolete and not all(texts(entry))]
    assert empty == []


def test_catalogue_has_no_fuzzy_message(catalogue: polib.POFile):
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


def test_translations_keep_the_named_places(catalogue: polib.POFile):
    place = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")

    def places(text: str) -> set[str]:
        return {first or second for first, second in place.findall(text)}

    lost = [
        entry.msgid
        for entry in catalogue
        if not entry.obsolete
        for text in texts(entry)
        if places(text) - places(entry.msgid) - places(entry.msgid_plural or "")
    ]
    assert lost == []


def test_compiled_catalogue_is_up_to_date(catalogue: polib.POFile):
    compiled = {key(entry): texts(entry) for entry in polib.mofile(str(MO))}
    written = {
        key(entry): texts(entry)
        for entry in catalogue
        if not entry.obsolete and "fuzzy" not in entry.flags and all(texts(entry))
    }
    assert compiled == written


def test_every_message_of_our_sources_is_translated(catalogue: polib.POFile, tmp_path: Path):
    missing_tools = [tool for tool in ("xgettext", "msguniq") if shutil.which(tool) is None]
    if missing_tools:
        pytest.skip(f"Debian package gettext is not installed ({', '.join(missing_tools)})")
    translated = {key(entry) for entry in catalogue if not entry.obsolete and all(texts(entry))}
    unknown = sorted(msgid for context, msgid in messages_of_sources(tmp_path) - translated)
    assert unknown == []


def messages_of_sources(folder: Path) -> set[Key]:
    """Every message id that xgettext finds in our modules and templates (templates through Django's own reader)."""
    from django.utils.translation import templatize

    names: list[str] = []
    for path in [*python_sources(), *template_sources()]:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            text = templatize(text, origin=str(path))
        name = str(path.relative_to(ROOT)).replace("/", "__") + ("" if path.suffix == ".py" else ".py")
        (folder / name).write_text(text, encoding="utf-8")
        names.append(name)
    (folder / "files").write_text("\n".join(names))
    found = subprocess.run(
        [
            "xgettext",
            "--language=Python",
            "--from-code=UTF-8",
            "--output=-",
            "--files-from=files",
            "--keyword",
        ]
        + [f"--keyword={word}" for word in KEYWORDS],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return {key(entry) for entry in polib.pofile(found) if entry.msgid}


def python_sources() -> list[Path]:
    return [path for folder in APPS.values() for path in sorted(folder.rglob("*.py"))]


def template_sources() -> list[Path]:
    return [
        path for path in sorted((ROOT / "templates").rglob("*")) if path.suffix in {".html", ".txt", ".xml"}
    ]
