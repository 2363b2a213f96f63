"""Servers under measurement, on loopback only: granian as in production, nginx with the same bytes as files."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
# As README.md says for the group that serves readers.
THREADS = 1

_NGINX = """
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 1024; }}
http {{
  types {{ text/html html; }}
  access_log off;
  sendfile on;
  keepalive_requests 10000000;
  open_file_cache max=1000;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
    # The files are stored packed, as the site sends them to a phone.
    gzip_static always;
    add_header Cache-Control "public, max-age=0";
  }}
}}
"""


@dataclass(frozen=True)
class Server:
    name: str
    port: int
    pid: int

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str, *, timeout: float = 60) -> Answer:
    """One GET as a phone behind our proxy sends it; error answers are answers too."""
    request = urllib.request.Request(  # noqa: S310 loopback
        url, headers={"Accept-Encoding": "gzip", "X-Forwarded-Proto": "https", "User-Agent": "bench (robot)"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout) as answer:
            return Answer(answer.status, answer.read(), _named(answer.headers))
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read(), _named(error.headers))


def _named(headers: Message) -> dict[str, str]:
    """By their usual names: granian sends them in small letters."""
    return {name.title(): value for name, value in headers.items()}


def production_environment(database_url: str, folder: Path) -> dict[str, str]:
    """What a production installation sets, for a site on loopback."""
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DJANGO_SECRET_KEY": "bench-only-" + "x" * 50,
        "DJANGO_ALLOWED_HOSTS": "127.0.0.1,localhost",
        "KIM_BASE_URL": "https://localhost",
        "KIM_VAR": str(folder),
    }


@contextmanager
def granian(
    name: str, *, database_url: str, folder: Path, cache_mb: int, workers: int = WORKERS
) -> Iterator[Server]:
    """The site in production settings; `cache_mb` 0 turns the page cache off."""
    port = free_port()
    environment = production_environment(database_url, folder) | {"KIM_PAGE_CACHE_MB": str(cache_mb)}
    command = [
        sys.executable, "-m", "config.serve", "--host", "127.0.0.1", "--port", str(port),
        "--workers", str(workers), "--blocking-threads", str(THREADS), "--no-ws", "--log-level", "warning",
    ]  # fmt: skip
    with _running(name, command, port, "/readyz", folder, environment) as server:
        yield server


@contextmanager
def nginx(pages: Mapping[str, bytes], folder: Path) -> Iterator[Server]:
    """nginx serving these packed bodies: "front" is answered under /front.html."""
    place = folder / "nginx"
    shutil.rmtree(place, ignore_errors=True)
    (place / "pages").mkdir(parents=True)
    for name, body in pages.items():
        (place / "pages" / f"{name}.html.gz").write_bytes(body)
    port = free_port()
    # As root nginx would hand over to a user who may not look into the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(_NGINX.format(folder=place, port=port, user=user))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-p", str(place), "-c", str(place / "nginx.conf"), "-e", str(place / "error.log")]
    with _running("nginx", command, port, f"/{next(iter(pages))}.html", folder, dict(os.environ)) as server:
        yield server


@contextmanager
def _running(
    name: str, command: list[str], port: int, path: str, folder: Path, environment: Mapping[str, str]
) -> Iterator[Server]:
    with open(folder / f"{name.replace(' ', '-')}.log", "wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    server = Server(name, port, process.pid)
    try:
        _wait_until_ready(server, process, path)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(server: Server, process: subprocess.Popen[bytes], path: str) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"{server.name} ended at once with {process.returncode}")
        try:
            if fetch(server.url(path), timeout=10).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"{server.name} does not answer")
