"""Pages of the organisation take as many queries for a hundred rows as for ten."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import NOW, make_person, make_unit
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.core.todos import waiting
from tongxin.org.models import Post, Standing, Term
from tongxin.org.queries.own import own_record


def fill(cast, rows):
    """Units, people with posts, terms about to end and applications: `rows` of each."""
    for number in range(rows):
        unit = make_unit(f"g{rows}.{number}", f"第{rows}{number}小组", "group", cast.units["ee"])
        person = make_person(
            f"{rows}.{number}",
            f"赵{number}",
            unit,
            cast.union,
            user=False,
            standing="applied" if number % 2 else "in_standing",
        )
        term = Term.objects.create(unit=unit, name="一", starts_on=date(2018, 1, 1), ends_on=date(2020, 11, 1))
        Post.objects.create(person=person, unit=unit, kind="group_leader", since=date(2020, 1, 1), term=term)
        Post.objects.create(person=person, unit=cast.units["ee"], kind="committee", since=date(2020, 1, 1))
        Standing.objects.create(
            person=cast.people["member"], state="left", since=date(2015, 1, 1), until=date(2015, 1, 2)
        )


def queries(run):
    run()  # what is looked up once in a process
    with CaptureQueriesContext(
        connection,
    ) as seen:
        run()
    return len(seen)


def same(cast, run, at_most):
    """`run` takes the same number of queries at 10 and at 100 rows, and no more than `at_most`."""
    fill(cast, 10)
    few = queries(run)
    fill(cast, 100)
    assert queries(run) == few <= at_most


PAGES = [
    ("/units/", 10),
    ("/units/?q=di", 10),
    ("/people/", 10),
    ("/people/?gone=1&group=member&q=z&sort=unit", 10),
]


@pytest.mark.parametrize(("url", "at_most"), PAGES)
def test_lists(cast, url, at_most):
    client = cast.client("office")
    same(cast, lambda: client.get(url), at_most)


@pytest.mark.parametrize("who", ["office", "member"])
def test_a_unit(cast, who):
    client, url = cast.client(who), reverse("org:unit", args=[cast.units["ee"].pk])
    same(cast, lambda: client.get(url), 24)


def test_a_person(cast):
    client, url = cast.client("office"), reverse("org:person", args=[cast.people["member"].pk])
    same(cast, lambda: client.get(url), 14)


@pytest.mark.parametrize("url", ["/people/export/", "/units/export/"])
def test_the_spreadsheets(cast, url):
    client = cast.client("office")
    # Twelve with the entry that an export of the roster leaves.
    same(cast, lambda: list(client.get(url).streaming_content), 12)


def test_own_record(cast):
    actor = cast.actor("member")
    same(cast, lambda: own_record(actor, date(2020, 10, 20)), 4)


def test_to_dos(cast):
    actor = cast.actor("office")
    same(cast, lambda: [todo for todo in waiting(actor, NOW, office=True) if todo.key.startswith("org.")], 26)


@pytest.mark.parametrize("key", [figure.key for figure in figures if figure.key.startswith("org.")])
def test_figures_and_their_records(cast, key):
    figure, actor = figures.get(key), cast.actor("office")
    assert figure
    scope = Scope(cast.union, Period.of_year(2020))
    same(cast, lambda: figure.compute(scope), 2)
    result = figure.compute(scope)
    assert queries(lambda: result.records.rows(actor, 0, 100)) == 1
