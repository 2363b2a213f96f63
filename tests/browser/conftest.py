"""Chromium on a phone against a live server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import builders
from users.models import User

PHONE = {"width": 360, "height": 800}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of the system where there is one, else Playwright's own."""
    # Playwright's loop lives in the thread of the tests, which Django would mistake for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    else:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def phone(chromium: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """A page on a phone, signed in through the login screen when a person is named."""
    contexts: list[BrowserContext] = []

    def make(user: User | None = None, *, script: bool = False) -> Page:
        context = chromium.new_context(
            viewport=PHONE,
            base_url=live_server.url,
            java_script_enabled=script,
            locale="id-ID",
            has_touch=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        if user is not None:
            page.goto("/masuk/")
            page.locator("[name=login]").fill(user.phone or user.username)
            page.locator("[name=password]").fill(builders.PASSWORD)
            page.locator("main form button").first.click()
            page.wait_for_url("**/ruang/")
        return page

    yield make
    for context in contexts:
        context.close()
