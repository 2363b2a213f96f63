"""The arithmetic of the benches, and what they read from wrk."""

from __future__ import annotations

import pytest

from tests.bench.figures import number, percentile, ratio_of_rounds, table
from tests.bench.growth import report
from tests.bench.wrk import parse

REPORT = """Running 3s test @ http://127.0.0.1:8000/
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     0.99ms    1.50ms  20.10ms   99.00%
    Req/Sec    10.00k   500.00    11.00k    70.00%
  Latency Distribution
     50%  850.00us
     75%    1.10ms
     90%    1.40ms
     99%    7.25ms
  30000 requests in 3.00s, 400.00MB read
Requests/sec:  10000.00
Transfer/sec:    133.00MB
"""


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 2), (0.51, 3), (0.99, 4), (1.0, 4)])
def test_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert percentile([4, 2, 1, 3], share) == value


def test_ratio_is_the_median_of_rounds_and_leaves_out_what_is_missing() -> None:
    assert ratio_of_rounds([10, 30, None, 8], [10, 10, 10, 4]) == 2
    assert ratio_of_rounds([None], [1]) is None
    assert ratio_of_rounds([1], [0]) is None


def test_report_of_wrk_is_read_below_its_headline() -> None:
    """99.00% of the deviation column is no percentile."""
    run = parse(REPORT)
    assert (run.requests, run.rate, run.p50, run.p99, run.failed) == (30000, 10000.0, 0.85, 7.25, 0)


def test_failures_of_every_kind_are_counted() -> None:
    text = REPORT.replace(
        "Requests/sec",
        "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 5\nRequests/sec",
    )
    assert parse(text).failed == 15


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(ValueError, match="not a report"):
        parse("unable to connect to 127.0.0.1:1 Connection refused")


def test_table_has_straight_columns() -> None:
    assert table(["a", "b"], [["one", "1"], ["two", "10"]]) == "a     b\n---  --\none   1\ntwo  10"


def test_growth_compares_what_both_sizes_have() -> None:
    lines = report([{"front": 10.0, "old": 1.0}], [{"front": 11.0}], 20_000, 500_000).splitlines()
    assert lines[0].split() == ["ratio", "20,000", "500,000"]
    assert [line.split() for line in lines[2:]] == [
        ["front", "1.10", "10.0", "11.0"],
        ["old", "-", "1.0", "-"],
    ]


def test_missing_figure_is_a_dash() -> None:
    assert (number(None), number(1234.5, 1)) == ("-", "1,234.5")
