"""Commands for one person: lost second factors and the operator's post."""

from __future__ import annotations

from collections.abc import Callable

from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.cast import Cast
from tongxin.audit.models import Entry
from tongxin.org.models import Post

Run = Callable[..., tuple[int, str, str]]


def test_a_lost_second_factor_is_taken_away_on_record(cast: Cast, tongxin: Run) -> None:
    person = cast.people["office"]
    TOTPDevice.objects.create(user=person.user, confirmed=True)
    assert tongxin("unlock", person.staff_no, "--unit", "demo")[0] == 0
    assert not TOTPDevice.objects.filter(user=person.user).exists()
    assert Entry.objects.get(act="accounts.reset_second_factor").who.startswith("shell: ")


def test_who_cannot_sign_in_has_nothing_to_unlock(cast: Cast, tongxin: Run) -> None:
    person = cast.people["member"]
    person.user = None
    person.save()
    code, _said, wrong = tongxin("unlock", person.staff_no, "--unit", "demo")
    assert code == 1
    assert "[person.no_account]" in wrong
    assert not Entry.objects.exists()


def test_the_shell_makes_an_operator(cast: Cast, tongxin: Run) -> None:
    person = cast.people["member"]
    assert tongxin("operator", person.staff_no, "--unit", "demo")[0] == 0
    assert Post.objects.get(person=person).kind == Post.Kind.OPERATOR
    assert tongxin("operator", person.staff_no, "--unit", "demo")[0] == 1


def test_an_unknown_number_is_refused(cast: Cast, tongxin: Run) -> None:
    code, _said, wrong = tongxin("unlock", "nobody", "--unit", "demo")
    assert code == 1
    assert "[person.unknown]" in wrong
