"""Addresses of signing in and of one's own account."""

from __future__ import annotations

from django.urls import path

from tongxin.accounts.views import code, password, second_factor, sessions, sign_in, welcome

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", code.code, name="code"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("welcome/<str:uid>/<str:token>/", welcome.welcome, name="welcome"),
    path("me/password/", password.password, name="password"),
    path("me/sessions/", sessions.sessions, name="sessions"),
    path("me/sessions/<int:pk>/end/", sessions.end, name="end_session"),
    path("me/second-factor/", second_factor.second_factor, name="second_factor"),
    path("me/second-factor/remove/", second_factor.remove, name="remove_second_factor"),
]
