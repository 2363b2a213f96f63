"""Development and trial: SQLite, in-process tasks, local files, demo accounts."""

from config.settings.base import *

SECRET_KEY = SECRET_KEY or "development-only-key-never-used-in-production"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["*"]
DEBUG = env.flag("DJANGO_DEBUG", False)
KIM_DEMO_ALLOWED = True
KIM_DEMO_PASSWORD = env.text("KIM_DEMO_PASSWORD", "kabar-desa-2026")
KIM_WORKER_THREAD = env.flag("KIM_WORKER_THREAD", False)
