"""The papers keep step with the code: variables, feature pages, decisions, links, accounts."""

import re

import pytest

from tests.source_tree import ROOT, short

READMES = [ROOT / "README.md", ROOT / "README.en.md"]
FEATURES = sorted((ROOT / "docs" / "features").glob("*.md"))
PAPERS = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
READER = re.compile(r"env\.(?:read\.)?[a-z_]+\(\s*\"([A-Z0-9_]+)\"")


def variables_read() -> set[str]:
    sources = [*(ROOT / "site").rglob("*.py"), *(ROOT / "demo").rglob("*.py")]
    return {name for path in sources for name in READER.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", READMES, ids=short)
def test_readme_names_every_environment_variable(path):
    text = path.read_text(encoding="utf-8")
    assert sorted(name for name in variables_read() if f"`{name}`" not in text) == []


@pytest.mark.parametrize("path", READMES, ids=short)
def test_readme_names_every_demo_account(path):
    from demo.people import ACCOUNTS

    text = path.read_text(encoding="utf-8")
    assert [account.username for account in ACCOUNTS if f"`{account.username}`" not in text] == []


def test_both_readmes_have_the_same_sections():
    shapes = [re.findall(r"^(#+) ", path.read_text(encoding="utf-8"), re.MULTILINE) for path in READMES]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("path", FEATURES, ids=short)
def test_feature_page_is_short_and_ends_in_a_file(path):
    lines = path.read_text(encoding="utf-8").strip().splitlines()
    named = re.search(r"`([^`]+)`$", lines[-1])
    assert len(lines) <= 15
    assert named is not None
    assert (ROOT / named[1]).is_file()


@pytest.mark.parametrize("path", PAPERS, ids=short)
def test_links_between_papers_lead_somewhere(path):
    targets = re.findall(r"\]\((?!https?://)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_runtime_library_has_its_reason():
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = [
        re.split(r"[\[=<>~!]", requirement, maxsplit=1)[0]
        for requirement in [*declared["dependencies"], *declared["optional-dependencies"]["dev"]]
    ]
    table = (ROOT / "docs" / "adr" / "0005-dependencies.md").read_text(encoding="utf-8")
    rows = " ".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| "))
    assert [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", rows)] == []
