"""The shape of the house: what docs/architecture.md promises about files, models, templates and rules."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from django.apps import apps

from kim.models import KimGroup
from kim.policies import has_registered_policy
from tests.source_tree import APPS, ROOT, scripts, short, source_modules, templates, test_modules

MOST_LINES = 400
MOST_LINES_OF_HOOKS = 80
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
# A style attribute, an event attribute, a script element that carries its own text (JSON-LD is data).
STYLE_ATTRIBUTE = re.compile(r"<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE)
EVENT_ATTRIBUTE = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE)
INLINE_SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type\s*=\s*[\"']application/ld\+json[\"'])", re.IGNORECASE
)
TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", re.DOTALL)
# A membership belongs to exactly one scope, a KIM or a region; so do invitations to one.
NULLABLE_KIM = {"kim.Membership", "kim.Invitation"}
# Calls that check something without the word assert.
ASSERTING = {"raises", "warns", "expect"}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def test_site_is_a_source_root_and_never_a_package():
    assert sorted(short(path) for path in (ROOT / "site").glob("*.py")) == []


def test_no_module_is_longer_than_400_lines():
    every = [*source_modules(), *(ROOT / "tests").rglob("*.py")]
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in every}
    # Tables of cases for one rule belong together: tests have a little more room.
    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines > (MOST_LINES if not name.startswith("tests/") else MOST_LINES + 150)
    }
    assert too_long == {}


def test_wagtail_hooks_only_register():
    lengths = {
        short(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in source_modules()
        if path.name == "wagtail_hooks.py"
    }
    assert {name: lines for name, lines in lengths.items() if lines >= MOST_LINES_OF_HOOKS} == {}


def test_no_module_has_a_name_that_says_nothing():
    vague = [
        short(path)
        for path in source_modules()
        if VAGUE_NAMES & {path.stem, *path.parent.relative_to(ROOT).parts}
    ]
    assert vague == []


def test_every_module_says_what_it_is_in_one_line():
    silent = []
    for path in [*source_modules(), *test_modules()]:
        text = path.read_text(encoding="utf-8").strip()
        # An empty __init__ only marks a package.
        if not text and path.name == "__init__.py":
            continue
        docstring = ast.get_docstring(parsed(path))
        if not docstring or not docstring.splitlines()[0].strip():
            silent.append(short(path))
    assert silent == []


def test_every_model_with_a_kim_key_has_a_registered_policy():
    without = sorted(
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name == "kim" and field.related_model is KimGroup and not has_registered_policy(model)
    )
    assert without == []


def test_every_kim_key_is_indexed_and_required():
    loose = sorted(
        f"{model._meta.label}.kim"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name == "kim" and field.related_model is KimGroup
        if not (field.db_index or field.unique) or (field.null and model._meta.label not in NULLABLE_KIM)
    )
    assert loose == []


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def rule_modules() -> list[Path]:
    return [path for path in source_modules() if "rules" in path.relative_to(ROOT).parts]


def test_rules_import_only_the_standard_library_and_other_rules():
    impure = {}
    for path in rule_modules():
        foreign = {
            name
            for name in imported_modules(path)
            if name.split(".")[0] not in sys.stdlib_module_names
            and not (name.split(".")[0] in APPS and name.split(".")[1:2] == ["rules"])
            # The grammar of telephone numbers is plain values in, plain values out as well.
            and name.split(".")[0] != "phonenumbers"
        }
        if foreign:
            impure[short(path)] = sorted(foreign)
    assert impure == {}


def clock_readings(path: Path) -> list[str]:
    return [
        f"{short(path)}:{node.lineno}"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "utcnow", "today"}
    ]


def test_rules_read_no_clock():
    assert [place for path in rule_modules() for place in clock_readings(path)] == []


@pytest.mark.parametrize(
    ("pattern", "what"),
    [(STYLE_ATTRIBUTE, "style="), (EVENT_ATTRIBUTE, "on…="), (INLINE_SCRIPT, "inline <script>")],
    ids=["style", "events", "script"],
)
def test_templates_carry_nothing_that_the_content_policy_refuses(pattern: re.Pattern[str], what: str):
    offenders = [
        short(path)
        for path in templates()
        if pattern.search(TEMPLATE_COMMENT.sub("", path.read_text(encoding="utf-8")))
    ]
    assert offenders == [], f"{what} in templates"


@pytest.mark.parametrize(
    ("pattern", "markup", "found"),
    [
        (STYLE_ATTRIBUTE, '<p class="a" style="color:red">', True),
        (STYLE_ATTRIBUTE, "<style>{% critical_css %}</style>", False),
        (EVENT_ATTRIBUTE, '<button type="submit" onclick="go()">', True),
        (EVENT_ATTRIBUTE, '<a href="/?on=1" class="one">', False),
        (INLINE_SCRIPT, "<script>alert(1)</script>", True),
        (INLINE_SCRIPT, '<script type="module" src="/static/js/a.js"></script>', False),
        (INLINE_SCRIPT, '<script type="application/ld+json">{}</script>', False),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], markup: str, found: bool):
    assert bool(pattern.search(markup)) is found


def test_no_script_or_template_reaches_a_third_party():
    third_party = re.compile(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//(?!\{)", re.IGNORECASE)
    allowed = re.compile(r"href=\"https://(?:wa\.me|www\.openstreetmap\.org)/")
    offenders = [
        f"{short(path)}: {line.strip()[:80]}"
        for path in templates()
        for line in path.read_text(encoding="utf-8").splitlines()
        if third_party.search(line) and not allowed.search(line)
    ]
    assert offenders == []


def test_scripts_are_executable_or_named_as_parts():
    wrong = [
        short(path) for path in scripts() if bool(path.stat().st_mode & 0o111) == path.name.startswith("_")
    ]
    assert wrong == []


def asserts_something(function: ast.AST) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ASSERTING or name.startswith(("assert_", "assert", "check_", "expect_", "fail")):
                return True
        if isinstance(node, ast.Name) and node.id.startswith("django_assert"):
            return True
    return False


def test_every_test_asserts_something():
    idle = [
        f"{short(path)}::{node.name}"
        for path in test_modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not asserts_something(node)
    ]
    assert idle == []


def test_every_line_of_the_package_map_exists():
    assert sorted(name for name, folder in APPS.items() if not (folder / "__init__.py").is_file()) == []
