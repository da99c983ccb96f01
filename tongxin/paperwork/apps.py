"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class PaperworkConfig(AppConfig):
    name = "tongxin.paperwork"
    label = "paperwork"

    def ready(self) -> None:
        """Fill the register of papers, answer for the files of templates, and tell feedback who came.

        Attendance and feedback stand beside each other and do not know one another; this floor sees both.
        """
        from tongxin.activities import hooks
        from tongxin.attendance.queries.came import came
        from tongxin.feedback.hooks import Attendees, attendees
        from tongxin.files import owners
        from tongxin.paperwork.access import may_open_template
        from tongxin.paperwork.kinds.register import register
        from tongxin.paperwork.queries.papers import desk_panel

        register()
        owners.register(owners.Owner("paperwork.template", may_open_template))
        attendees.register(Attendees("attendance", came))
        hooks.panels.register(hooks.Panel("paperwork.papers", 50, "desk", "side", "paperwork/_panel.html", desk_panel))
