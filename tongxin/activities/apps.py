"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "tongxin.activities"
    label = "activities"

    def ready(self) -> None:
        """Declare figures and to-dos."""
        from tongxin.activities import figures, todos
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
