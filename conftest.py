"""Fixtures for every test, beside the code and in tests/."""

pytest_plugins = [
    "tests.cast",
    "tests.support.emptying",
    "tests.support.untimed",
    "tests.support.databases",
    "tests.support.installation",
]
