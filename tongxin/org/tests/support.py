"""What tests of acts share: nothing was written, exactly one entry was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db.models import Model

from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.models import Person, Placement, Post, Standing, Term, Unit

TODAY = date(2020, 10, 20)


MODELS: tuple[type[Model], ...] = (Unit, Person, Placement, Standing, Post, Term, Entry)


def everything() -> list[list[dict[str, Any]]]:
    """Every row an act of ours could write."""
    return [list(model._default_manager.order_by("pk").values()) for model in MODELS]


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The block refuses with that code and writes nothing, not even an audit entry."""
    before = everything()
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.code == code
    assert caught.value.sentence
    assert everything() == before


@contextmanager
def one_entry(act: str) -> Iterator[None]:
    """The block leaves exactly one audit entry, of that act."""
    before = Entry.objects.count()
    yield
    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("pk").act == act
