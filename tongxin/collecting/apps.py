"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class CollectingConfig(AppConfig):
    name = "tongxin.collecting"
    label = "collecting"

    def ready(self) -> None:
        """Declare figures, to-dos, calendars, the import of old lists, our parts of a round's page and what follows its acts."""
        from tongxin.collecting import access, agenda, figures, panels, todos
        from tongxin.collecting.imports.signed import SIGNED
        from tongxin.collecting.queries import receipts
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.core.agenda import agenda as calendars
        from tongxin.files import owners
        from tongxin.imports import protocol
        from tongxin.welfare import hooks

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.OFFICER)
        core_todos.sources.register(todos.MEMBER)
        calendars.register(agenda.SOURCE)
        protocol.register([SIGNED])
        owners.register(owners.Owner("collecting.complaint", access.may_open_photo))
        for key, order, room, where, template, ask in (
            ("collecting.own", 30, "home", "main", "collecting/_home.html", panels.own_part),
            ("collecting.act", 30, "home", "dock", "collecting/_dock.html", panels.own_act),
            ("collecting.public", 60, "home", "main", "collecting/_public.html", panels.told_publicly),
            ("collecting", 40, "desk", "main", "collecting/_desk.html", panels.at_the_desk),
        ):
            hooks.panels.register(hooks.Panel(key, order, room, where, template, ask))
        hooks.recipients.register(hooks.Recipients("collecting", receipts.received, receipts.given_away))
        hooks.followers.register(hooks.Follower("collecting", panels.follow))
        hooks.blockers.register(hooks.Blocker("collecting", panels.against))
