"""The fixture `tongxin`: the command, run in this process. As processes it runs in an `installation` (tests.support)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import translation

from tests.support.demonstration import demonstration

__all__ = ["demonstration"]


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
