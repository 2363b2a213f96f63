"""WSGI entry point: the page cache in front of Django; the worker thread where there is no worker process."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for _path in (str(ROOT / "site"), str(ROOT)):
    if _path not in sys.path:
        sys.path.insert(0, _path)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

from django.core.wsgi import get_wsgi_application  # noqa: E402

_django = get_wsgi_application()

from core.page_cache import page_cache_for  # noqa: E402
from core.worker import start_worker_thread_if_wanted  # noqa: E402

application = page_cache_for(_django)
start_worker_thread_if_wanted()
