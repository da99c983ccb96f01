"""The cast: one small college union with its people, made once for each test that asks for it.

芜湖示例学院工会 (union) with two branches, two departments, a club, and a second union next door for the outsider.
Every test can ask “and what happens to the member, the other branch's chair, the outsider?”.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from tongxin.accounts.models import User
from tongxin.core.names import initials, name_key
from tongxin.org import office
from tongxin.org.actor import OFFICE, Actor, shell_actor
from tongxin.org.models import Person, Placement, Post, Standing, Unit
from tongxin.org.queries.actor import actor_of

NOW = datetime(2020, 10, 20, 6, 0, tzinfo=UTC)  # 14:00 in Shanghai
TODAY = date(2020, 10, 20)
PASSWORD = "sui-bian-yi-ge-mi-ma"


def make_unit(code: str, name: str, kind: str, parent: Unit | None = None, **extra: object) -> Unit:
    """A unit with its path, without an audit entry."""
    unit = Unit.objects.create(code=code, name=name, kind=kind, parent=parent, name_key=name_key(name), **extra)
    unit.path = f"{parent.path if parent else ''}{unit.pk}."
    unit.save(update_fields=["path"])
    return unit


def make_person(
    staff_no: str,
    name: str,
    unit: Unit,
    union: Unit,
    *,
    user: bool = True,
    standing: str | None = "in_standing",
    since: date = date(2015, 9, 1),
    sex: str = "f",
    phone: str = "",
) -> Person:
    """A person placed in a unit, a member in standing unless told otherwise, with a sign-in."""
    account = None
    if user:
        account = User(username=f"{staff_no}@{union.code}", name=name)
        account.set_password(PASSWORD)
        account.save()
    person = Person.objects.create(
        union=union, staff_no=staff_no, name=name, name_key=name_key(name), initials=initials(name), sex=sex,
        hired_on=since, phone=phone, user=account,
    )  # fmt: skip
    Placement.objects.create(person=person, unit=unit, since=since)
    if standing:
        Standing.objects.create(person=person, state=standing, since=since)
    return person


def actor_for(person: Person, *, in_office: bool = True) -> Actor:
    """The actor a person is, under the office hat (or the member's)."""
    assert person.user is not None
    return actor_of(person.user, today=TODAY, office=in_office)


@dataclass
class Cast:
    """Units and people by short name; `actor("chair")`, `client("member")`."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def union(self) -> Unit:
        """The union."""
        return self.units["union"]

    def actor(self, name: str, *, in_office: bool = True) -> Actor:
        """The actor of that name."""
        return actor_for(self.people[name], in_office=in_office)

    def client(self, name: str | None, *, in_office: bool = True) -> Client:
        """A browser, signed in as that person (or nobody), wearing the office hat where there is one."""
        client = Client()
        if name is None:
            return client
        user = self.people[name].user
        assert user is not None
        client.force_login(user, backend="tongxin.accounts.backends.StaffNumberBackend")
        if in_office:
            session = client.session
            office.begin(session, datetime.now(UTC), 30)
            session.save()
        return client

    @property
    def shell(self) -> Actor:
        """The operator at the shell."""
        return shell_actor("tester")


HIRED = date(2015, 9, 1)
PEOPLE: tuple[tuple[str, str, str, str | None], ...] = (
    ("chair", "陈静", "union", Post.Kind.CHAIR),
    ("office", "周敏", "union", Post.Kind.OFFICE),
    ("branch", "吴海燕", "ee", Post.Kind.CHAIR),
    ("member", "张三", "ee", None),
    ("librarian", "李四", "lib", None),
    ("audit", "蒋文慧", "union", Post.Kind.AUDIT),
    ("hr", "丁磊", "hr", Post.Kind.PARTNER),
    ("party", "汪倩", "union", Post.Kind.PARTY),
    ("operator", "葛云", "union", Post.Kind.OPERATOR),
    ("outsider", "外人", "other", Post.Kind.CHAIR),
)
ROLES = ("chair", "office", "branch", "member", "audit", "hr", "party", "operator", "outsider")


@pytest.fixture
def cast(db: None) -> Cast:
    """The union, its units and nine people, among them a chair of another union (`outsider`)."""
    return make_cast()


def make_cast() -> Cast:
    """The cast, for fixtures that live longer than one test."""
    made = Cast()
    union = make_unit("demo", "芜湖示例学院工会委员会", Unit.Kind.UNION, short_name="校工会")
    made.units = {
        "union": union,
        "ee": make_unit("ee", "电子与电气工程学院分工会", Unit.Kind.BRANCH, union, short_name="电子与电气工程学院"),
        "lib": make_unit("lib", "图书馆分工会", Unit.Kind.BRANCH, union, short_name="图书馆"),
        "hr": make_unit("hr", "人力资源处", Unit.Kind.DEPARTMENT, union),
        "security": make_unit("security", "保卫处", Unit.Kind.DEPARTMENT, union),
        "club": make_unit("badminton", "羽毛球俱乐部", Unit.Kind.CLUB, union),
        "other": make_unit("other", "隔壁学院工会委员会", Unit.Kind.UNION),
    }
    people = [
        _hire(f"20150{number:02d}", shown, made.units["other" if name == "outsider" else "union"])
        for number, (name, shown, _unit, _post) in enumerate(PEOPLE)
    ]
    # By table, not by person: most tests begin with this.
    User.objects.bulk_create(person.user for person in people if person.user)
    Person.objects.bulk_create(people)
    Placement.objects.bulk_create(
        Placement(person=person, unit=made.units[unit], since=HIRED)
        for person, (_name, _shown, unit, _post) in zip(people, PEOPLE, strict=True)
    )
    Standing.objects.bulk_create(Standing(person=person, state="in_standing", since=HIRED) for person in people)
    Post.objects.bulk_create(
        Post(person=person, unit=made.units[unit], kind=post, since=date(2019, 1, 1))
        for person, (_name, _shown, unit, post) in zip(people, PEOPLE, strict=True)
        if post
    )
    made.people = {name: person for person, (name, *_rest) in zip(people, PEOPLE, strict=True)}
    return made


def _hire(staff_no: str, name: str, union: Unit) -> Person:
    """A person with a sign-in, not yet in the database."""
    account = User(username=f"{staff_no}@{union.code}", name=name)
    account.set_password(PASSWORD)
    return Person(
        union=union, staff_no=staff_no, name=name, name_key=name_key(name), initials=initials(name), sex="f", hired_on=HIRED,
        user=account,
    )  # fmt: skip


@pytest.fixture
def now() -> datetime:
    """2020-10-20 14:00 in Shanghai."""
    return NOW


@pytest.fixture
def office_actor(cast: Cast) -> Actor:
    """The union's office, wearing its hat."""
    actor = cast.actor("office")
    assert actor.hat == OFFICE
    return actor


ActorMaker = Callable[..., Actor]
