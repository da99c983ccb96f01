"""A pytest plugin: shows, above the closing line, how the steps of `make test` before this one ended."""

import os

from _pytest.terminal import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print what `tools.suite` handed over, if anything."""
    before = os.environ.get("SUITE_BEFORE")
    if before:
        terminalreporter.section("before these tests")
        terminalreporter.write_line(before)
