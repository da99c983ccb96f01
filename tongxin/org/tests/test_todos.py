"""What waits: elections and applications, for who may act on them."""

from datetime import date

import pytest

from tongxin.core.todos import sources
from tongxin.org.models import Post, Standing, Term


def keys(source, actor, now):
    found = sources.get(source)
    assert found
    return [todo.title for todo in found.ask(actor, now)]


@pytest.mark.parametrize(
    ("ends", "waits"),
    [(date(2020, 12, 19), True), (date(2020, 12, 20), False), (date(2020, 9, 1), True)],
)
def test_an_election_waits_from_sixty_days_before_the_term_ends(cast, now, ends, waits):
    term = Term.objects.create(unit=cast.units["ee"], name="第二届", starts_on=date(2017, 1, 1), ends_on=ends)
    Post.objects.filter(unit=cast.units["ee"]).update(term=term)
    assert bool(keys("org.elections", cast.actor("branch"), now)) is waits
    assert keys("org.elections", cast.actor("audit"), now) == []


def test_a_term_that_was_followed_waits_no_more(cast, now):
    for name, starts in (("一", date(2014, 1, 1)), ("二", date(2019, 1, 1))):
        Term.objects.create(
            unit=cast.units["ee"], name=name, starts_on=starts, ends_on=starts.replace(year=starts.year + 5)
        )
    assert keys("org.elections", cast.actor("branch"), now) == []


def test_an_application_waits_for_who_may_answer_it(cast, now):
    Standing.objects.filter(person=cast.people["member"]).update(state="applied")
    assert keys("org.joining", cast.actor("branch"), now) == ["批张三的入会申请"]
    assert keys("org.joining", cast.actor("office"), now) == ["批张三的入会申请"]
    assert keys("org.joining", cast.actor("office", in_office=False), now) == []
    assert keys("org.joining", cast.actor("party"), now) == []
