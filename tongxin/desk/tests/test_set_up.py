"""A union from nothing, with its first officer."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.desk.actions.set_up import FirstOfficer, set_up
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Post, Unit

pytestmark = pytest.mark.django_db


def found(code: str = "mou", name: str = "某工会", officer: FirstOfficer | None = None):
    return set_up(
        actor=shell_actor("x"), now=NOW, code=code, name=name, officer=officer or FirstOfficer("0001", "刘主席")
    )


def test_it_founds_a_union_with_a_chair_and_a_link():
    done = found()
    assert (done.union.kind, done.union.code) == ("union", "mou")
    assert Post.objects.get().kind == "chair"
    assert done.link.startswith("/welcome/")
    assert Entry.objects.filter(hat="shell").count() >= 4


@pytest.mark.parametrize(
    ("code", "name", "officer"),
    [
        ("", "某工会", None),
        ("mou", "", None),
        ("mou", "某工会", FirstOfficer("", "刘")),
        ("mou", "某工会", FirstOfficer("1", "")),
    ],
)
def test_what_is_missing_leaves_nothing_behind(code, name, officer):
    with pytest.raises(Refused):
        found(code, name, officer)
    assert (Unit.objects.count(), Person.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_code_is_taken_once():
    found()
    with pytest.raises(Refused):
        found(name="另一个")
    assert Unit.objects.count() == 1
