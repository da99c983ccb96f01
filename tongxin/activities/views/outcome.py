"""Recording what came of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import FinishForm
from tongxin.activities.hooks import heads_of
from tongxin.activities.models import Activity
from tongxin.activities.views.acting import asked
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Days, people, attendances and words; filled with what is known already."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    heads = heads_of(activity) if activity.persons is None else None
    form = FinishForm(posted(request), initial=_known(activity, heads))
    sentence = _("人数已经按签到填好，不对就改。") if heads else _("填上日子就能记，人数和文字以后可以补。")
    return asked(
        request, activity, "finish", form, actions.finish, said=_("已记下，可以接着传照片。"), sentence=sentence
    )


def _known(activity: Activity, heads: tuple[int, int] | None) -> dict[str, Any]:
    """The day as it stood where it has come, and heads and words that were recorded before, or counted at the door."""
    come = activity.starts_on is not None and activity.starts_on <= clock.today(clock.now())
    kept = {name: getattr(activity, name) for name in ("persons", "person_times", "outcome")}
    if heads:
        kept |= {"persons": heads[0], "person_times": heads[1]}
    return {**kept, "held_on": activity.starts_on if come else None, "held_until": activity.ends_on if come else None}
