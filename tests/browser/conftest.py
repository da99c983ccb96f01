"""The fixtures `phone`, `desktop` and `sign_in` for every walk."""

from tests.support.browser import *  # noqa: F403
