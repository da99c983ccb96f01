"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "tongxin.activities"
    label = "activities"

    def ready(self) -> None:
        """Declare figures, to-dos and who may open our files."""
        from tongxin.activities import access, figures, todos
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.files import owners

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        owners.register(owners.Owner("activities.activity", access.may_open_photos, access.may_open_papers))
