"""A process to be killed: does one thing, says `here` at a certain point and waits there.

python -m tests.concurrency.killable sign entry|commit      # the entry is written, nothing committed; all committed
python -m tests.concurrency.killable report FILE half|flushed
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any


def here(*args: Any, **kwargs: Any) -> None:
    """Say so and wait to be killed."""
    print("here", flush=True)
    time.sleep(60)


def before(act: Callable[..., Any]) -> Callable[..., Any]:
    """The same act, which never gets so far."""
    return lambda *args, **kwargs: here()


def after(act: Callable[..., Any]) -> Callable[..., Any]:
    """The same act, and no further."""
    return lambda *args, **kwargs: (act(*args, **kwargs), here())


def sign(where: str) -> None:
    """Sign the summary of the demonstration."""
    from tongxin.core import clock
    from tongxin.org.actor import shell_actor
    from tongxin.report.models import Summary

    module: Any = importlib.import_module("tongxin.report.actions.sign")
    if where == "entry":
        module.record = after(module.record)
    summary = Summary.objects.get()
    module.sign(
        actor=shell_actor("killed"),
        now=clock.now(),
        summary=summary,
        signed_on=date(2021, 1, 25),
        base_number=summary.latest,
    )
    here()


def report(where: str, target: Path) -> None:
    """Write a paper."""
    from tongxin.report import paper

    if where == "half":
        os.fsync = before(os.fsync)
    else:
        Path.replace = before(Path.replace)  # type: ignore[method-assign]
    paper.save(b"PK" + b"whole" * 1000, target)


if __name__ == "__main__":
    import django

    django.setup()

    if sys.argv[1] == "sign":
        sign(sys.argv[2])
    else:
        report(sys.argv[3], Path(sys.argv[2]))
