"""Settings for tests: the product's own, with a throw-away data folder and without what only costs time.

The database is SQLite in a file of the data folder; TONGXIN_TEST_DATABASE=postgres starts a PostgreSQL for the run,
TONGXIN_TEST_DATABASE_URL names one that is there.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# The product refuses settings it does not know, so ours are put aside while its own are read. pytest-xdist's
# workers inherit them from the environment: there they go back.
_KIND, _URL = "TONGXIN_TEST_DATABASE", "TONGXIN_TEST_DATABASE_URL"
_ours = {name: os.environ.pop(name) for name in (_KIND, _URL) if name in os.environ}
if _ours.get(_KIND) == "postgres" and _URL not in _ours:
    from tools import postgres

    _keeper = postgres.start()
    _ours[_URL] = _keeper.url

_folder = Path(tempfile.mkdtemp(prefix="tongxin-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["TONGXIN_DATA"] = str(_folder)
os.environ.pop("TONGXIN_DATABASE_URL", None)

from tongxin.config.env import database  # noqa: E402
from tongxin.config.settings import *  # noqa: E402

if _URL in _ours:
    # Databases are made and dropped: a pool would keep hold of them.
    DATABASES["default"] = database(_ours[_URL])
    DATABASES["default"]["OPTIONS"].pop("pool", None)
else:
    # A file, not memory: a live server and racing acts then each have a connection, as they have in life.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}
os.environ.update(_ours)

STATIC_ROOT.mkdir(parents=True)
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
ROBOTS_REACH_OUT = False
ALLOWED_HOSTS = ["*"]
