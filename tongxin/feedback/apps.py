"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "tongxin.feedback"
    label = "feedback"

    def ready(self) -> None:
        """Follow what is finished; declare figures, to-dos and the parts of an activity's page."""
        from tongxin.activities import hooks
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.feedback import figures, todos
        from tongxin.feedback.actions.ask_feedback import after_turn
        from tongxin.feedback.queries.asked import home_panel
        from tongxin.feedback.queries.result import desk_panel

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        hooks.followers.register(hooks.Follower("feedback", after_turn))
        hooks.panels.register(hooks.Panel("feedback.rate", 10, "home", "top", "feedback/_rate.html", home_panel))
        hooks.panels.register(hooks.Panel("feedback.result", 40, "desk", "main", "feedback/_result.html", desk_panel))
