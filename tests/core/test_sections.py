"""Composed pages: order, empty sections, replacement."""

import pytest

from core import sections
from core.sections import Section


def section(name: str, order: int, context: dict[str, str] | None) -> Section:
    return Section(
        name, "front", order, f"{name}.html", lambda page: context, lambda page: (f"{name}:{page}",)
    )


def test_sections_come_in_order_and_empty_ones_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "_registry", {})
    for made in (section("b", 20, {"x": "2"}), section("a", 10, {"x": "1"}), section("c", 5, None)):
        sections.register_section(made)
    built = sections.build_sections("front", "halaman")
    assert [(s.name, s.template, s.context, s.keys) for s in built] == [
        ("a", "a.html", {"x": "1"}, ("a:halaman",)),
        ("b", "b.html", {"x": "2"}, ("b:halaman",)),
    ]
    assert sections.build_sections("kim_home", "halaman") == []


def test_registering_again_replaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "_registry", {})
    sections.register_section(section("a", 10, {"x": "1"}))
    sections.register_section(section("a", 10, {"x": "2"}))
    assert [s.context for s in sections.build_sections("front", None)] == [{"x": "2"}]
