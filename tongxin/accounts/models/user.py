"""Who can sign in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users; who may do what comes from posts (org), never from flags here."""

    def create_user(self, username: str, password: str | None = None, **extra: Any) -> User:
        """A user; without a password nobody can sign in until an invitation is used."""
        user = self.model(username=username, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A sign-in: `username` is STAFF-NUMBER@UNION-CODE, typed without the union where that is unambiguous."""

    username = models.CharField(_("工号"), max_length=80, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    is_active = models.BooleanField(_("可登录"), default=True)
    must_change_password = models.BooleanField(_("须改密码"), default=False)
    must_use_second_factor = models.BooleanField(_("须用动态口令"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or self.username
