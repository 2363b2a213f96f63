"""The rules import the standard library and one another, nothing else."""

import ast
import sys
from pathlib import Path

import news.rules

# datetime gives types only here; reading the clock is caught by tests/test_architecture.py.
FORBIDDEN_STDLIB = {"time", "random", "uuid", "os", "socket", "sqlite3"}
MODULES = sorted(Path(news.rules.__file__).parent.glob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_rules_import_only_pure_modules():
    foreign = {
        (path.name, name)
        for path in MODULES
        for name in imported(path)
        if not name.startswith("news.rules.")
        and (name.split(".")[0] not in sys.stdlib_module_names or name.split(".")[0] in FORBIDDEN_STDLIB)
    }
    assert foreign == set()
    assert len(MODULES) >= 15
