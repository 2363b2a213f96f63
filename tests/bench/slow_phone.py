"""A slow phone (400 kbit/s, 400 ms, 4 × slower CPU) on a running site: `python -m tests.bench.slow_phone URL`.

Printed, never asserted: wall-clock figures belong to the machine that measured them. Run it on a served demo
(`script/serve`), cold cache, medians of five.
"""

from __future__ import annotations

import shutil
import statistics
import sys

from playwright.sync_api import Browser, BrowserContext, sync_playwright

KBIT = 400
LATENCY_MS = 400
CPU = 4
ROUNDS = 5
PASSWORD = "kabar-desa-2026"
FIRST_PAINT = """() => new Promise(done => {
  const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
  const wait = () => seen() ? done(seen().startTime) : setTimeout(wait, 20);
  wait();
})"""
USABLE = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
# (what, address, person, script that gives milliseconds, limit in seconds)
JOBS = (
    ("front readable", "/", None, FIRST_PAINT, 2.5),
    ("KIM home readable", "/bangun-mulya/", None, FIRST_PAINT, 2.5),
    ("article readable", "/bangun-mulya/berita/dongeng-warga-sabtu-malam-di-radio/", None, FIRST_PAINT, 2.5),
    ("writer room usable", "/ruang/tulis/baru/", "ani", USABLE, 4.0),
    ("review desk usable", "/ruang/redaksi/", "budi", USABLE, 4.0),
)


def slow(context: BrowserContext) -> None:
    """Throttles the context's first page through the DevTools protocol."""
    page = context.pages[0]
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    speed = KBIT * 1000 / 8
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})


def milliseconds(browser: Browser, base: str, path: str, person: str | None, script: str) -> float:
    """One cold visit; signs in before the brake is pulled."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, base_url=base)
    page = context.new_page()
    page.set_default_timeout(60_000)
    if person:
        page.goto("/masuk/")
        page.locator("[name=login]").fill(person)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main form button").first.click()
        page.wait_for_url("**/ruang/")
    slow(context)
    page.goto(path, wait_until="load")
    measured = float(page.evaluate(script))
    context.close()
    return measured


def main(base: str) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for what, address, person, script, limit in JOBS:
            rounds = [milliseconds(browser, base, address, person, script) / 1000 for _ in range(ROUNDS)]
            word = "ok" if statistics.median(rounds) < limit else "OVER"
            print(
                f"{what:<20} {statistics.median(rounds):5.2f} s  (limit {limit} s, "
                f"{min(rounds):.2f}–{max(rounds):.2f})  {word}"
            )
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
