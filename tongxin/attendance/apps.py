"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    name = "tongxin.attendance"
    label = "attendance"

    def ready(self) -> None:
        """Declare figures, to-dos, our parts of an activity's page, and what follows its acts."""
        from tongxin.activities import hooks
        from tongxin.attendance import figures, panels, todos
        from tongxin.attendance.queries.came import counted
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.signups.hooks import Use, uses

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        hooks.panels.register(
            hooks.Panel("attendance.pass", 20, "home", "top", "attendance/_pass.html", panels.own_pass)
        )
        hooks.panels.register(
            hooks.Panel("attendance", 20, "desk", "main", "attendance/_doors.html", panels.at_the_desk)
        )
        hooks.followers.register(hooks.Follower("attendance", panels.end_with_the_activity))
        hooks.counters.register(hooks.Counter("attendance", counted))
        uses.register(Use("attendance", lambda slot: slot.attendances.exists() or slot.expected.exists()))
