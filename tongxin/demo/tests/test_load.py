"""It is loaded once, whole, and never into a real union's database."""

from __future__ import annotations

import contextlib

import pytest

from tests.cast import make_unit
from tongxin.core.refusals import Refused
from tongxin.demo.load import is_loaded, load, refuse_foreign
from tongxin.org.models import Person, Unit

pytestmark = pytest.mark.django_db


def silent(words: str):
    return contextlib.nullcontext()


def test_it_is_there_when_it_was_loaded(demonstration):
    assert is_loaded()
    refuse_foreign()


def test_it_is_not_loaded_twice(demonstration):
    before = Person.objects.count(), Unit.objects.count()
    with pytest.raises(Refused, match=r"demo\.half"):
        load(staff=20, step=silent)
    assert (Person.objects.count(), Unit.objects.count()) == before


def test_a_real_union_keeps_it_out(demonstration):
    make_unit("real", "真实的工会", Unit.Kind.UNION)
    with pytest.raises(Refused, match=r"demo\.not_empty"):
        refuse_foreign()
