"""Some of those who came say how it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from tongxin.activities.models import Activity
from tongxin.demo.facts.signups import RATED, RATINGS, SENTENCES
from tongxin.demo.steps.crowd import actors, some
from tongxin.demo.when import Act
from tongxin.feedback import actions as acts
from tongxin.feedback.models import Answered
from tongxin.org.actor import Actor

SPOKEN = 6


def rate(activity: Activity) -> Act:
    """Three in five of those who were asked tap once in the days after; one in six of them adds a sentence."""

    def act(_actor: Actor, now: datetime) -> None:
        asked = Answered.objects.filter(activity=activity).order_by("person").values_list("person", flat=True)
        chance = Random(activity.title)
        people = actors(asked)
        chance.shuffle(people)
        for number, member in enumerate(some(people, *RATED)):
            rating = chance.choices(list(RATINGS), list(RATINGS.values()))[0]
            sentence = chance.choice(SENTENCES) if rating == "good" and number % SPOKEN == 0 else ""
            when = now + timedelta(minutes=11 * number)
            acts.give_feedback(actor=member, now=when, activity=activity, rating=rating, sentence=sentence)

    return act
