"""Tests: fast password hashing, immediate tasks, memory mail, throw-away folders."""

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *

SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["*"]
KIM_DEMO_ALLOWED = True
KIM_DEMO_PASSWORD = env.text("KIM_DEMO_PASSWORD", "kabar-desa-2026")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
_SCRATCH = Path(tempfile.mkdtemp(prefix="warta-kim-tests-"))
atexit.register(shutil.rmtree, _SCRATCH, ignore_errors=True)
MEDIA_ROOT = _SCRATCH / "media"
PRIVATE_ROOT = _SCRATCH / "private"
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Speed only: a lost test database is no loss.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["OPTIONS"].pop("pool", None)
ACCOUNT_RATE_LIMITS = False  # type: ignore[assignment]
