"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class SignupsConfig(AppConfig):
    name = "tongxin.signups"
    label = "signups"

    def ready(self) -> None:
        """Fill the activity's page, follow its life, declare figures and to-dos."""
        from django.utils.translation import gettext_lazy as _

        from tongxin.activities.hooks import Door, Follower, Panel, doors, followers, panels
        from tongxin.activities.queries.touched import ids_touched
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.core.agenda import agenda
        from tongxin.restrictions.hooks import Concerned, concerned
        from tongxin.signups import agenda as calendars
        from tongxin.signups import figures, following, todos
        from tongxin.signups import panels as ours
        from tongxin.signups.queries.audience import signed_up_for

        concerned.register(Concerned("signups", lambda restriction, now: signed_up_for(ids_touched(restriction, now))))
        followers.register(Follower("signups", following.follow))
        panels.register(Panel("signups.mine", 10, "home", "top", "signups/_mines.html", ours.mine))
        panels.register(Panel("signups.home", 10, "home", "main", "signups/_home.html", ours.home))
        panels.register(Panel("signups.dock", 10, "home", "dock", "signups/_dock.html", ours.dock))
        panels.register(Panel("signups.desk", 10, "desk", "side", "signups/_desk.html", ours.desk))
        doors.register(Door("signups.start", _("办一个活动"), "signups:start"))
        agenda.register(calendars.SOURCE)
        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.MEMBER)
        core_todos.sources.register(todos.OFFICER)
