"""The app's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "tongxin.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Name the acts."""
        from tongxin.audit.registry import name_acts

        name_acts(
            {
                "accounts.sign_in": _("登录"),
                "accounts.sign_out": _("退出登录"),
                "accounts.end_session": _("退出另一处登录"),
                "accounts.change_password": _("改密码"),
                "accounts.accept_invitation": _("首次设密码"),
                "accounts.set_second_factor": _("启用动态口令"),
                "accounts.remove_second_factor": _("停用动态口令"),
                "accounts.reset_second_factor": _("解除动态口令"),
            }
        )
