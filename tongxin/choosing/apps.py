"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    name = "tongxin.choosing"
    label = "choosing"

    def ready(self) -> None:
        """Follow rounds; fill their pages; declare what waits for members."""
        from tongxin.choosing import todos
        from tongxin.choosing.actions.following import after_turn, against
        from tongxin.choosing.queries.own import choice_of
        from tongxin.choosing.queries.progress import progress_of
        from tongxin.core import todos as core_todos
        from tongxin.welfare import hooks

        core_todos.sources.register(todos.SOURCE)
        hooks.followers.register(hooks.Follower("choosing", after_turn))
        hooks.blockers.register(hooks.Blocker("choosing", against))
        hooks.panels.register(hooks.Panel("choosing.own", 10, "home", "top", "choosing/_own.html", choice_of))
        hooks.panels.register(
            hooks.Panel("choosing.progress", 20, "desk", "main", "choosing/_progress.html", progress_of)
        )
