"""A process to be killed: does one thing, says `here` at a certain point and waits there.

python -m tests.concurrency.killable sign entry|commit      # the entry is written, nothing committed; all committed
python -m tests.concurrency.killable report FILE half|flushed
python -m tests.concurrency.killable deliver FILE before|after|whole    # before the parcel leaves, after; a later worker
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


def deliver(where: str, gone: Path) -> None:
    """Send what waits in the outbox; a parcel that leaves is a line in `gone`."""
    from datetime import timedelta

    from tongxin.core import clock
    from tongxin.notices import actions
    from tongxin.notices.carriers import SENT, Outcome
    from tongxin.notices.models import Parcel
    from tongxin.org.models import Person

    def carry(parcel: Parcel) -> Outcome:
        if where == "before":
            here()
        with gone.open("a", encoding="utf-8") as lines:
            lines.write(f"{parcel.key}\n")
        if where == "after":
            here()
        return SENT

    now = clock.now()
    if where == "whole":
        actions.deliver(now=now + timedelta(minutes=15), carrier=carry)
        return
    Parcel.objects.create(person=Person.objects.get(), key=where, due_at=now, subject="一封信")
    actions.deliver(now=now, carrier=carry)


if __name__ == "__main__":
    import django

    django.setup()

    if sys.argv[1] == "sign":
        sign(sys.argv[2])
    elif sys.argv[1] == "deliver":
        deliver(sys.argv[3], Path(sys.argv[2]))
    else:
        report(sys.argv[3], Path(sys.argv[2]))
