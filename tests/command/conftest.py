"""The fixtures `installation` (a folder and a database of its own, run as processes) and `tongxin` (run in this process)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import translation

from tests.command.installation import Installation, made
from tests.support.demonstration import demonstration

__all__ = ["demonstration"]


@pytest.fixture
def installation(tmp_path: Any) -> Iterator[Installation]:
    """Nothing in it yet."""
    with made(tmp_path / "data") as found:
        yield found


@pytest.fixture(scope="module")
def founded(tmp_path_factory: Any) -> Iterator[Installation]:
    """With a union and its first officer."""
    with made(tmp_path_factory.mktemp("founded") / "data") as found:
        found.init()
        yield found


@pytest.fixture
def tongxin(capsys: Any, monkeypatch: Any) -> Iterator[Callable[..., tuple[int, str, str]]]:
    """Run the command in this process, in Chinese: its status, what it said, what it complained."""
    from tongxin.config.cli import main

    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def run(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    with translation.override(None):
        yield run
