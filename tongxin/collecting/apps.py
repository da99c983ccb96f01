"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class CollectingConfig(AppConfig):
    name = "tongxin.collecting"
    label = "collecting"

    def ready(self) -> None:
        """Say who received a pack of a round."""
        from tongxin.collecting.queries import receipts
        from tongxin.welfare import hooks

        hooks.recipients.register(hooks.Recipients("collecting", receipts.received))
