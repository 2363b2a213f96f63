"""Settings shared by every environment."""

from typing import Any

from config.settings import env

ROOT = env.ROOT
VAR = env.folder("KIM_VAR", ROOT / "var")

SECRET_KEY = env.text("DJANGO_SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.names("DJANGO_ALLOWED_HOSTS", [])
CSRF_TRUSTED_ORIGINS = env.names("DJANGO_CSRF_TRUSTED_ORIGINS", [])
# The demo command runs only where this is true (development and trial installations).
KIM_DEMO_ALLOWED = False
# The worker thread inside the web process; production runs `manage.py work` instead.
KIM_WORKER_THREAD = env.flag("KIM_WORKER_THREAD", False)

INSTALLED_APPS = [
    "demo",
    "evaluation",
    "news",
    "training",
    "umkm",
    "rubrics",
    "kim",
    "users",
    "core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks_db",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    # Last: its ready() finds all others ready.
    "config.apps.ConfigConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.SecurityHeadersMiddleware",
    "core.middleware.ReadableCookiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.moved_pages.MovedPagesMiddleware",
    # Innermost: a redirect that the office made by hand goes before the book of former addresses.
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "core.middleware.AdminPostMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.network",
            ],
        },
    },
]

# Database: one address. SQLite keeps acknowledged writes (WAL, synchronous FULL).
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.read.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'warta.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;PRAGMA cache_size=-16000;"
        ),
    }
else:
    # Each web process: its blocking threads, the worker thread, the two threads that watch for changes.
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = (
        {"min_size": 2, "max_size": env.number("DATABASE_POOL_SIZE", 12)}
        if env.flag("DATABASE_POOL", True)
        else False
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CONN_HEALTH_CHECKS = True

# Public pages in the memory of each web process (core.page_cache); 0 turns the cache off.
KIM_PAGE_CACHE_MB = env.number("KIM_PAGE_CACHE_MB", 32)

CACHES = {"default": env.read.cache_url("CACHE_URL", default="locmemcache://warta-kim")}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Accounts: phone, e-mail or user name; no sign-up by strangers (people are invited).
AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = [
    # A ModelBackend already: a second one would only hash every password twice.
    "allauth.account.auth_backends.AuthenticationBackend",
    "kim.access.MembershipBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "phone", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "users.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PHONE_VERIFICATION_ENABLED = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {"login": "users.forms.LoginForm"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/300s/key",
    "signed_link": "20/m/ip",
    # A whole village may stand behind one address of its telephone company.
    "content_report": "6/m/ip,60/d/ip",
}
# Behind proxies of our own the client's address stands in X-Forwarded-For; limits per address need it.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("KIM_TRUSTED_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "users.adapter.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Warta KIM"
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/ruang/"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "core.views.csrf_failure"

# One language, one clock per regency (WITA for Penajam Paser Utara).
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("KIM_TIME_ZONE", "Asia/Makassar")
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "locale" / "wagtail"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.folder("KIM_MEDIA", VAR / "media")
# Originals, decrees and other files that no web server may hand out by path.
PRIVATE_ROOT = env.folder("KIM_PRIVATE", VAR / "private")
_FILES = "django.core.files.storage.FileSystemStorage"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": _FILES},
    "private": {"BACKEND": _FILES, "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if env.text("S3_BUCKET"):
    _S3 = {
        "bucket_name": env.text("S3_BUCKET"),
        "endpoint_url": env.text("S3_ENDPOINT") or None,
        "access_key": env.text("S3_ACCESS_KEY"),
        "secret_key": env.text("S3_SECRET_KEY"),
        "querystring_auth": False,
        "default_acl": None,
        "file_overwrite": False,
    }
    _S3_BACKEND = "storages.backends.s3.S3Storage"
    STORAGES["default"] = {"BACKEND": _S3_BACKEND, "OPTIONS": {**_S3, "location": "media"}}
    STORAGES["private"] = {
        "BACKEND": _S3_BACKEND,
        "OPTIONS": {
            **_S3,
            "bucket_name": env.text("S3_PRIVATE_BUCKET", env.text("S3_BUCKET")),
            "location": "private",
            "querystring_auth": True,
        },
    }

# Uploads: one photo per post. The web server in front should refuse more than this too.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
KIM_MAX_PHOTO_BYTES = 25 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

WAGTAIL_SITE_NAME = "Warta KIM"
WAGTAILADMIN_BASE_URL = env.text("KIM_BASE_URL", "http://localhost:8000")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("id", "Bahasa Indonesia")]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_LOGIN_URL = "/masuk/"
WAGTAILIMAGES_IMAGE_MODEL = "core.MediaImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.MediaImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = KIM_MAX_PHOTO_BYTES
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 120_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "core.MediaDocument"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAIL_FINISH_WORKFLOW_ACTION = "news.signals.publish_reviewed"
# core.former_addresses does it: one row for a whole branch, in the same transaction.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "core.search_backend",
        "SEARCH_CONFIG": "indonesian",
        "AUTO_UPDATE": True,
    }
}
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# Public pages and work rooms: nothing inline but the critical CSS (its hash is added per response by
# core.middleware) and nothing from elsewhere. The admin gets its own policy there too.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

EMAIL_CONFIG = env.read.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.text("KIM_MAIL_FROM", "Warta KIM <tidak-dibalas@localhost>")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("KIM_LOG_LEVEL", "WARNING")},
}
