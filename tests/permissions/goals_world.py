"""The world's goals, tasks from above and aims."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.goals import actions
from tongxin.plan import actions as plan
from tongxin.plan.models import WorkItem


def fill_goals(world: Any) -> None:
    """The union's framework with an indicator, a task from above with a paper, an aim, a step of a work item."""
    cast = world.cast
    given: dict[str, Any] = {"actor": cast.actor("office"), "now": NOW}
    first = actions.start_goals(unit=cast.union, year=2020, **given)[0]
    indicator = actions.set_indicator(goal=first, wanted=actions.Wanted("activities.held", "5"), **given)
    told = {"year": 2020, "title": "落实疫情防控", "given_by": "校党委", "given_on": date(2020, 2, 1)}
    directive = actions.add_directive(unit=cast.union, due_on=date(2020, 12, 31), **told, **given)
    paper = actions.keep_paper(directive=directive, upload=SimpleUploadedFile("通知.pdf", b"%PDF-1.4 1 0 obj"), **given)
    closed = actions.close_directive(
        directive=actions.add_directive(unit=cast.union, **told, **given), closing="做了。", **given
    )
    aim = actions.add_aim(unit=cast.union, title="十四五", first=2021, last=2025, **given)
    measure = actions.set_measure(aim=aim, key="activities.held", targets={2021: "16"}, **given)
    step = plan.add_step(item=WorkItem.objects.get(pk=world["work of ee"]), title="摸底", **given)
    world.things |= {
        "goal": first.pk, "indicator": indicator.pk, "directive": directive.pk, "paper": paper.pk, "closed": closed.pk,
        "aim": aim.pk, "measure": measure.pk, "step": step.pk,
    }  # fmt: skip
