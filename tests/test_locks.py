"""Lock files: hashed, without any registry address, and the runtime versions are those that tests run on."""

import re
import tomllib

import pytest

from tests.source_tree import ROOT, scripts

LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("runtime", "dev")}
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,._-]+\])?==([^ ;\\]+)", re.MULTILINE)
ADDRESS = re.compile(r"[a-z+]+://(?!localhost|127\.0\.0\.1|\{|\$)\S+", re.IGNORECASE)
OPTION = re.compile(r"^\s*--(?!hash=)\S+", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall(LOCKS[name].read_text()))


def normalised(requirement: str) -> str:
    return re.split(r"[\[=<>~!; ]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_address_and_no_index_option(name: str):
    text = LOCKS[name].read_text()
    assert ADDRESS.findall(text) == []
    assert OPTION.findall(text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_a_hash(name: str):
    blocks = re.split(r"(?m)^(?=[a-z0-9])", LOCKS[name].read_text())
    assert [block.split()[0] for block in blocks if block.strip() and "--hash=sha256:" not in block] == []
    assert len(pins(name)) > 40


def test_dev_lock_holds_the_runtime_lock_at_the_same_versions():
    dev = pins("dev")
    assert {name: dev.get(name) for name in pins("runtime")} == pins("runtime")


@pytest.mark.parametrize("name", LOCKS)
def test_every_declared_dependency_stands_in_the_lock(name: str):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = list(project["dependencies"])
    if name == "dev":
        declared += project["optional-dependencies"]["dev"]
    locked = {key.replace("_", "-").replace(".", "-") for key in pins(name)}
    assert sorted({normalised(requirement) for requirement in declared} - locked) == []


def test_no_script_names_a_registry():
    # postgres://… builds a local address, nothing is fetched from it.
    found = {
        path.name: [
            address for address in ADDRESS.findall(path.read_text()) if not address.startswith("postgres://")
        ]
        for path in scripts()
    }
    assert {name: addresses for name, addresses in found.items() if addresses} == {}
