"""The scripts say how they are used, refuse what they do not know and parse as bash."""

import os
import subprocess

import pytest

from tests.source_tree import ROOT, scripts

COMMANDS = ["serve", "test"]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.name)
def test_script_parses(path):
    assert run("bash", "-n", str(path)).stderr == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option_and_changes_nothing(name: str):
    answer = run(f"script/{name}", "--help")
    options = {"serve": ["--port", "--host"], "test": ["--fast", "--full"]}[name]
    assert answer.returncode == 0
    assert [option for option in options if option not in answer.stdout] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_unknown_option_is_refused_with_the_usage(name: str):
    answer = run(f"script/{name}", "--nonsense")
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"script/{name} ")


def test_serve_refuses_a_port_that_is_no_number():
    answer = run("script/serve", "--port", "delapan")
    assert (answer.returncode, "delapan" in answer.stderr) == (2, True)


def shell(text: str, tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("bash", "-c", f"source script/_environment.sh; {text}", KIM_VAR=str(tmp_path), **environment)


def test_a_named_python_that_is_missing_is_passed_over(tmp_path):
    answer = shell("find_python", tmp_path, KIM_PYTHON="/nowhere/python")
    assert (answer.returncode, answer.stdout.strip() != "/nowhere/python") == (0, True)


def test_hash_changes_with_content_and_name(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a").write_text("1")
    first = shell(f"hash_of {folder}", tmp_path).stdout
    (folder / "a").write_text("2")
    second = shell(f"hash_of {folder}", tmp_path).stdout
    (folder / "a").rename(folder / "b")
    third = shell(f"hash_of {folder}", tmp_path).stdout
    assert len({first, second, third}) == 3
    assert len(first.strip()) == 32


def test_a_stamp_holds_only_for_its_hash(tmp_path):
    answer = shell(
        "stamp x 1; stamped x 1 && echo same; stamped x 2 || echo other; stamped y 1 || echo none", tmp_path
    )
    assert answer.stdout.split() == ["same", "other", "none"]


def test_a_failing_stage_fails_the_run_but_lets_the_next_one_run(tmp_path):
    answer = shell(
        "source script/_stages.sh; stage one false; stage two echo second-ran; report_stages", tmp_path
    )
    assert answer.returncode == 1
    assert ("second-ran" in answer.stdout, answer.stdout.strip().endswith("FAILED")) == (True, True)


def test_what_is_left_out_is_said_at_the_end_and_does_not_fail(tmp_path):
    answer = shell(
        "source script/_stages.sh; stage one true; leave_out lane 'no server'; report_stages", tmp_path
    )
    assert answer.returncode == 0
    assert "  - lane: no server" in answer.stdout.splitlines()


def test_ci_runs_the_same_command_as_people_do():
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "exec script/test"
