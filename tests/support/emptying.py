"""A pytest plugin: how the database is emptied after tests that commit (races, live servers).

Two things stand against Django's own way: the triggers of the audit trail refuse a plain DELETE, and what migrations put
in (the catalogue of categories and groups) would be gone for every test that follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core import serializers
from django.core.management import call_command
from django.test.testcases import TransactionTestCase

from tests.support.tampering import unguarded

_put_in: list[str] = []
_setup, _teardown = TransactionTestCase._fixture_setup, TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def _note() -> None:
    """Before the first such test: note what the migrations put in."""
    from tongxin.activities.models import Category, Group

    if not _put_in:
        _put_in.append(serializers.serialize("json", [*Category.objects.all(), *Group.objects.all()]))


def _put_back() -> None:
    for row in serializers.deserialize("json", _put_in[0]):
        row.save()


def _keep(case: Any) -> None:
    _note()
    _setup.__func__(case)


def _empty(case: Any) -> None:
    """After each: empty all, then put that back."""
    with unguarded():
        _teardown(case)
    _put_back()


@contextmanager
def emptied() -> Iterator[None]:
    """What the block commits is gone afterwards."""
    _note()
    try:
        yield
    finally:
        with unguarded():
            call_command("flush", verbosity=0, interactive=False)
        _put_back()


TransactionTestCase._fixture_setup = classmethod(_keep)  # type: ignore[attr-defined]
TransactionTestCase._fixture_teardown = _empty  # type: ignore[attr-defined]
