"""Django's settings. What an operator may set comes from the environment (see `env.py` and docs/operations)."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_noop

from tongxin.config.env import BadSetting, Env, database, mail
from tongxin.config.secret import kept_sealing_keys, kept_secret

env = Env()
PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent

DATA = env.folder("DATA", ROOT / "var", "the data folder: database, attachments, secret key")
DEBUG = env.flag("DEBUG", False, "show faults in the browser; never in production")
DEMO = env.flag("DEMO", False, "this installation holds the demonstration year")
SECRET_KEY = env.text(
    "SECRET_KEY", "", "signs sessions and links; kept in the data folder where absent"
) or kept_secret(DATA)
SEALING_KEYS_GIVEN = env.listing(
    "SEALING_KEYS", "", "NAME:BASE64,…: seal what the database shall not tell; kept in the data folder where absent"
)
SEALING_KEYS = SEALING_KEYS_GIVEN or kept_sealing_keys(DATA)
ALLOWED_HOSTS = env.listing("HOSTS", "localhost,127.0.0.1,[::1]", "host names this installation answers to")
CSRF_TRUSTED_ORIGINS = env.listing("ORIGINS", "", "addresses (https://…) forms may come from, behind a proxy")
SECURE = env.flag("HTTPS", False, "the installation is reached by https only")
DATABASES = {"default": database(env.text("DATABASE_URL", f"sqlite:///{DATA / 'tongxin.sqlite3'}", "the database"))}
DATABASES["default"]["ATOMIC_REQUESTS"] = False

# ── parts ───────────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "tongxin.ui",
    "tongxin.audit",
    "tongxin.accounts",
    "tongxin.files",
    "tongxin.imports",
    "tongxin.org",
    "tongxin.notices",
    "tongxin.partners",
    "tongxin.ballots",
    "tongxin.places",
    "tongxin.rulebook",
    "tongxin.goods",
    "tongxin.restrictions",
    "tongxin.welfare",
    "tongxin.choosing",
    "tongxin.collecting",
    "tongxin.purchases",
    "tongxin.activities",
    "tongxin.signups",
    "tongxin.attendance",
    "tongxin.feedback",
    "tongxin.contests",
    "tongxin.outings",
    "tongxin.mobilisation",
    "tongxin.paperwork",
    "tongxin.plan",
    "tongxin.goals",
    "tongxin.planner",
    "tongxin.report",
    "tongxin.desk",
    "tongxin.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tongxin.ui.middleware.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tongxin.ui.middleware.WithoutNul",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tongxin.accounts.middleware.SessionLimits",
    "tongxin.org.middleware.ActorMiddleware",
    "tongxin.ui.middleware.Refusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "tongxin.config.urls"
WSGI_APPLICATION = "tongxin.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tongxin.ui.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "tongxin.ui.templatetags.ui"],
        },
    }
]

# ── who signs in ────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "tongxin.accounts.backends.StaffNumberBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "tongxin.accounts.demonstration.NotTheDemonstrations"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "desk:home"
AXES_FAILURE_LIMIT = env.number("SIGN_IN_FAILURES", 8, "failed sign-ins before a lock-out", least=1)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "tongxin.accounts.views.sign_in.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "tongxin.accounts.backends.guessed_name"
OTP_TOTP_ISSUER = "同心"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24 * env.number("INVITATION_DAYS", 14, "days an invitation link stays good", least=1)
SESSION_ENGINE = "tongxin.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * env.number("SESSION_DAYS", 14, "days a session lives without use", least=1)
SESSIONS_PER_USER = env.number("SESSIONS_PER_USER", 5, "sessions one person may hold at once", least=1)
OFFICE_MINUTES = env.number("OFFICE_MINUTES", 30, "minutes of rest after which office mode ends", least=1)

# ── safety of pages ─────────────────────────────────────────────────────────
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "tongxin.ui.views.errors.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        # Positions on the year are given as custom properties in style attributes; scripts stay strict.
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}

# ── words, time, files ──────────────────────────────────────────────────────
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "tongxin_language"
USE_TZ = True
TIME_ZONE = env.zone("TIME_ZONE", "Asia/Shanghai", "the installation's time zone")
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_LIMIT = env.number("UPLOAD_MB", 40, "largest file taken, in MB", least=1) * 1024 * 1024
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# ── what leaves the machine ─────────────────────────────────────────────────
ADDRESS = env.address("ADDRESS", "where members reach it (https://…): for links in mails, robots and calendars")
_mail = mail(env.text("MAIL", "", "the server mails leave by: smtp://USER:PASSWORD@HOST:587 or smtps://…"))
MAIL = bool(_mail)
DEFAULT_FROM_EMAIL = env.sender("MAIL_FROM", "who mails come from")
if MAIL and not (DEFAULT_FROM_EMAIL and ADDRESS):
    raise BadSetting(gettext_noop("有了 TONGXIN_MAIL，还要有 TONGXIN_MAIL_FROM 和 TONGXIN_ADDRESS"))
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
globals().update(_mail)
# Group robots are asked over the net; the demonstration and tests never do.
ROBOTS_REACH_OUT = not DEMO
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG", "WARNING", "how much is logged", among=("DEBUG", "INFO", "WARNING", "ERROR")),
    },
}

env.require_known()
